package vn.nenmong.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// What a board sees that has two communes below it: both, or one of them by choice.
@SpringBootTest
@AutoConfigureMockMvc
class SeveralCommunesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void fill() {
    TestCommune one = commune("MOT", "Chi bộ Nà Một", List.of("Lò Văn Một", "Vì Thị Một"));
    TestCommune two = commune("HAI", "Chi bộ Nà Hai", List.of("Quàng Văn Hai"));
    TestCommune third = commune("BA", "Chi bộ Nà Ba", List.of("Cà Văn Ba"));
    third.account("third", "clerk", third.root());
    board(one, two);
  }

  private static TestCommune commune(String code, String cellName, List<String> members) {
    TestCommune commune = new TestCommune(DATABASE, code);
    TestCommune.Unit cell = commune.cell("CB01", cellName);
    commune.village("B01", cellName.replace("Chi bộ", "Bản"), cell, "own");
    members.forEach(name -> commune.member(name, cell));
    sql("insert into register_year values (:commune, 'members', 2016)")
        .param("commune", commune.root().id())
        .update();
    return commune;
  }

  /// Puts the communes below a province, and someone on its board.
  private static void board(TestCommune... communes) {
    UUID id = UUID.randomUUID();
    String path = id.toString().replace("-", "");
    sql("""
    with o as (
      insert into organization (id, commune_id, code, life)
      values (:id, :id, 'TINH', '[2013-01-01,)'))
    insert into organization_period (organization_id, period, commune_id, name, kind, path)
    values (:id, '[2013-01-01,)', :id, 'Đảng bộ tỉnh', 'province', cast(:path as ltree))
    """)
        .param("id", id)
        .param("path", path)
        .update();
    for (TestCommune commune : communes) {
      sql("""
      update organization_period
      set path = cast(:path as ltree) || path,
        parent_id = coalesce(parent_id, :id)
      where commune_id = :commune
      """)
          .param("path", path)
          .param("id", id)
          .param("commune", commune.root().id())
          .update();
    }
    communes[0].account("board", "board", new TestCommune.Unit(id, path));
  }

  private static JdbcClient.StatementSpec sql(String sql) {
    return DATABASE.ownerJdbc().sql(sql);
  }

  private Pages board() {
    return new Pages(web, "board", "VIEWER");
  }

  @Test
  void theTreeHasAllCommunesOrTheOneChosen() {
    String all = board().open("/organizations");
    assertThat(all)
        .contains("Đảng bộ tỉnh", "Chi bộ Nà Một", "Chi bộ Nà Hai")
        .doesNotContain("Chi bộ Nà Ba");
    assertThat(Pages.words(all)).contains("2 chi bộ", "3 đảng viên");
    String two = board().open("/organizations?organization=HAI");
    assertThat(Pages.links(two, "/organizations/"))
        .containsExactly("Đảng bộ xã HAI", "Chi bộ Nà Hai");
  }

  @Test
  void membersAreThoseOfTheCommuneChosen() {
    String first = board().open("/members");
    assertThat(Pages.links(first, "/members/")).containsExactly("Quàng Văn Hai");
    assertThat(first)
        .contains("<option value=\"HAI\"", "<option value=\"MOT\"")
        .doesNotContain("<option value=\"TINH\"", "<option value=\"BA\"");
    String one = board().open("/members?organization=MOT");
    assertThat(Pages.links(one, "/members/")).containsExactly("Lò Văn Một", "Vì Thị Một");
    assertThat(one).contains("<input type=\"hidden\" name=\"organization\" value=\"MOT\">");
    assertThat(Pages.links(board().open("/members?organization=MOT&q=vi"), "/members/"))
        .containsExactly("Vì Thị Một");
    assertThat(Pages.links(board().open("/villages?organization=MOT"), "/villages/"))
        .containsExactly("Bản Nà Một");
  }

  @Test
  void aRegisterHasAllCommunesOrTheOneChosen() {
    assertThat(board().open("/charges"))
        .contains("Chi bộ Nà Một", "Chi bộ Nà Hai", "<option value=\"TINH\"")
        .doesNotContain("Chi bộ Nà Ba");
    String two = board().open("/charges?organization=HAI");
    assertThat(two)
        .contains("Chi bộ Nà Hai", "value=\"HAI\" selected")
        .contains("/charges/export?organization=HAI")
        .doesNotContain("Chi bộ Nà Một");
  }

  @Test
  void figuresAreOfTheBoardOrOfTheCommuneChosen() {
    assertThat(Pages.words(board().open("/figures/members.total?organization=TINH")))
        .contains("Tổng số đảng viên: 3");
    assertThat(Pages.words(board().open("/figures/members.total?organization=MOT")))
        .contains("Tổng số đảng viên: 2");
    assertThat(board().open("/figures?organization=MOT"))
        .contains("value=\"TINH\"", "value=\"HAI\"", "value=\"MOT/CB01\"")
        .doesNotContain("value=\"HAI/CB01\"");
    assertThat(board().open("/")).contains("value=\"TINH\"", "value=\"HAI\"");
  }

  @Test
  void theCommunesStandSideBySideWithTheirSumsAndWhatChangedSinceTheyClosed() {
    sql("""
    insert into year_closing (commune_id, year, at, account, figures)
    select commune_id, 2016, timestamptz '2017-01-05 08:00+07', 'x', '{"members.total": "1"}'
    from organization where code = 'MOT'
    """)
        .update();
    try {
      String page = Pages.words(board().open("/communes"));
      assertThat(page)
          .contains("2 xã: 0 xã đủ sổ, 1 xã đã chốt năm", "Đảng bộ xã MOT 1/18 sổ", "05/01/2017")
          .contains("Đảng bộ xã MOT 2 +1 so với khi chốt", "Đảng bộ xã HAI 1 ")
          .contains("Tổng các xã 3 +1 so với khi chốt", "Đảng bộ tỉnh, tính chung 3 ")
          .doesNotContain("BA", "Tổng các xã chênh");
      assertThat(board().ask("/communes?organization=BA").getStatus()).isEqualTo(404);
      assertThat(board().ask("/communes/export").getContentType()).contains("spreadsheetml");
    } finally {
      sql("delete from year_closing").update();
    }
    assertThat(board().open("/")).contains("href=\"/communes");
    assertThat(new Pages(web, "third", "CLERK").open("/")).doesNotContain("href=\"/communes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/members", "/organizations", "/villages", "/charges", "/charges/export"})
  void whatIsNotInTheScopeIsNotFound(String path) {
    assertThat(board().ask(path + "?organization=BA").getStatus()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/members", "/organizations", "/villages", "/charges"})
  void whoSeesOneCommuneChoosesNone(String path) {
    assertThat(new Pages(web, "third", "CLERK").open(path))
        .contains("Ba")
        .doesNotContain("name=\"organization\"");
  }
}
