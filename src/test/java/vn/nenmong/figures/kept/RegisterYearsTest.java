package vn.nenmong.figures.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.FilledForm;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// A register counts for a year once it is said to be complete for it, and no longer when that is
/// taken back.
@SpringBootTest(properties = "nenmong.working-day=2016-12-31")
@AutoConfigureMockMvc
class RegisterYearsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;

  private final JdbcClient jdbc = DATABASE.ownerJdbc();

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void commune() {
    TestCommune commune = new TestCommune(DATABASE, "XA");
    TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Một");
    commune.member("Lò Văn Một", cell);
    commune.account("vanthu", "clerk", commune.root());
    TestCommune other = new TestCommune(DATABASE, "XAKHAC");
    other.account("xakhac", "clerk", other.root());
  }

  private Pages pages() {
    return new Pages(web, "vanthu", "CLERK");
  }

  private static UUID commune(String code) {
    return DATABASE
        .ownerJdbc()
        .sql("select id from organization where code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  private FilledForm complete(String register, String year) {
    return FilledForm.open(pages(), "/entry/register-years/new")
        .with("commune", commune("XA").toString(), "year", year, "register", register);
  }

  private String meetings(int year) {
    return Pages.words(pages().open("/figures/meetings.held_rate?on=" + year + "-12-31"));
  }

  private String correction(int year) {
    String page = pages().open("/registers?on=" + year + "-12-31");
    String path = page.replaceAll("(?s).*?(/entry/register-years/[0-9a-f-]{36})/correct.*", "$1");
    assertThat(path).startsWith("/entry/register-years/");
    return path;
  }

  @Test
  void aFigureIsKnownFromTheYearWhoseRegisterIsComplete() throws Exception {
    assertThat(meetings(2014)).contains("Chưa có sổ «Sinh hoạt chi bộ» năm 2014");
    String undo = complete("meetings", "2014").send().undo();
    assertThat(meetings(2014)).doesNotContain("Chưa có sổ").contains("kỳ: 0,0 %");
    new FilledForm(pages(), undo, java.util.Map.of()).send();
    assertThat(meetings(2014)).contains("Chưa có sổ «Sinh hoạt chi bộ» năm 2014");
  }

  @Test
  void thoseMissingAreNamed() throws Exception {
    complete("studies", "2013").send();
    String page = Pages.words(pages().open("/registers?on=2013-12-31"));
    assertThat(page)
        .contains("Đã đủ: 1 Chưa đủ: 17")
        .contains("Quán triệt Đã đủ")
        .contains("Sinh hoạt chi bộ Chưa đủ");
    assertThat(pages().open("/registers?on=2013-12-31&state=missing")).doesNotContain("/correct");
    assertThat(pages().open("/registers?on=2013-12-31&q=quan+triet")).contains("register-years/");
    assertThat(pages().open("/registers?on=2013-12-31&q=doan+the")).doesNotContain("/correct");
  }

  @Test
  void aWrongYearIsPutRightAndVoided() throws Exception {
    complete("meetings", "2015").send();
    FilledForm wrong = FilledForm.open(pages(), correction(2015) + "/correct");
    assertThat(wrong.with("year", "2016").send().words()).contains("Lý do: chưa điền");
    wrong.with("year", "2016", "reason", "Nhầm năm").send();
    assertThat(meetings(2015)).contains("Chưa có sổ");
    assertThat(meetings(2016)).doesNotContain("Chưa có sổ");

    FilledForm.open(pages(), correction(2016) + "/remove").with("reason", "Chưa đủ").send();
    assertThat(meetings(2016)).contains("Chưa có sổ");
    assertThat(
            jdbc.sql(
                    """
                    select string_agg(coalesce(before ->> 'year', 'none'), ' ' order by id)
                    from row_change
                    where register = 'register_year' and (before ->> 'year') in ('2015', '2016')
                    """)
                .query(String.class)
                .single())
        .isEqualTo("2015 2016");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() throws Exception {
    assertThat(complete("meetings", "16").send().words())
        .contains("Năm: «16» không phải là một năm; viết như 2016");
    complete("meetings", "2010").send();
    assertThat(complete("meetings", "2010").send().words()).contains("Đã có một bản ghi như vậy");
    assertThat(
            complete("meetings", "2009")
                .with("commune", commune("XAKHAC").toString())
                .send()
                .words())
        .contains("Xã: không có");
  }
}
