package vn.nenmong.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.ImportFile;

/// A list under a name: without its day, for its owner alone or for all of the Party organization.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class SavedViewsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void demo(
      @Autowired ImportFile files,
      @Autowired Organizations organizations,
      @Autowired DemoAccounts accounts) {
    files.loadDemo();
    LocalDate day = LocalDate.of(2016, 12, 31);
    OrganizationRef commune = organizations.tops(Scope.ALL, day).getFirst();
    OrganizationRef cell = organizations.find(Scope.ALL, "NATONG/CB01", day).orElseThrow();
    accounts.make(commune.path(), cell.path());
  }

  @Test
  void aListIsKeptWithItsFiltersButWithoutItsDay() throws Exception {
    save("/members?on=2015-06-30&sex=female&q=&columns=card&columns=born&after=123", "Nữ", false);
    Pages clerk = new Pages(web, "vanphong", "CLERK");
    Matcher link =
        Pattern.compile("href=\"(/members\\?[^\"]*)\">Nữ<").matcher(clerk.open("/views"));
    assertThat(link.find()).isTrue();
    String address = link.group(1).replace("&amp;", "&");
    assertThat(address).isEqualTo("/members?sex=female&columns=card&columns=born");
    assertThat(Pages.words(clerk.open(address))).contains("Ngày sinh").contains("Số thẻ");
    assertThat(clerk.open(clerk(clerk.open("/members?sex=female"))))
        .contains("/members?sex=female");
  }

  private static String clerk(String page) {
    Matcher link = Pattern.compile("href=\"(/views\\?of=[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  @Test
  void whatIsSharedIsSeenByOthersWhatIsNotIsNot() throws Exception {
    save("/members?standing=probationary", "Dự bị", true);
    save("/members?standing=official", "Riêng tôi", false);
    save("/planning?q=", "Quy hoạch chung", true);
    String secretary = Pages.words(new Pages(web, "bithu", "SECRETARY").open("/views"));
    assertThat(secretary).contains("Dự bị").contains("Quy hoạch chung").doesNotContain("Riêng tôi");
    String cell = Pages.words(new Pages(web, "chibo", "CELL_SECRETARY").open("/views"));
    assertThat(cell).contains("Dự bị").doesNotContain("Quy hoạch chung");
  }

  @Test
  void onlyItsOwnerDeletesIt() throws Exception {
    save("/villages?coverage=joint", "Bản ghép", true);
    Pages clerk = new Pages(web, "vanphong", "CLERK");
    Matcher remove =
        Pattern.compile(
                "/views/[0-9a-f-]{36}/remove(?=\"(?:(?!/remove).)*Xóa hẳn «Bản ghép)",
                Pattern.DOTALL)
            .matcher(clerk.open("/views"));
    assertThat(remove.find()).isTrue();
    web.perform(post(remove.group()).with(user("bithu").roles("SECRETARY")).with(csrf()));
    assertThat(clerk.open("/views")).contains(">Bản ghép<");
    web.perform(post(remove.group()).with(user("vanphong").roles("CLERK")).with(csrf()));
    assertThat(clerk.open("/views")).doesNotContain(">Bản ghép<");
  }

  @Test
  void anAddressElsewhereIsNoList() throws Exception {
    for (String address : new String[] {"//example.org/members", "https://example.org/", "/a b"}) {
      assertThat(
              web.perform(
                      post("/views")
                          .param("of", address)
                          .param("name", "Lạ")
                          .with(user("vanphong").roles("CLERK"))
                          .with(csrf()))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .as(address)
          .isEqualTo(404);
    }
  }

  private void save(String list, String name, boolean shared) throws Exception {
    web.perform(
            post("/views")
                .param("of", list)
                .param("name", name)
                .param("shared", String.valueOf(shared))
                .with(user("vanphong").roles("CLERK"))
                .with(csrf()))
        .andReturn();
  }
}
