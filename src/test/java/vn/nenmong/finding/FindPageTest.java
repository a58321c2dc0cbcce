package vn.nenmong.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

@SpringBootTest
@AutoConfigureMockMvc
class FindPageTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private static TestCommune commune;
  private static TestCommune.Unit near;
  private static UUID village;
  private static UUID hoa;
  private static UUID an;

  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void fill() {
    commune = new TestCommune(DATABASE, "NATONG");
    near = commune.cell("CB01", "Chi bộ Pá Kín");
    TestCommune.Unit far = commune.cell("CB02", "Chi bộ Huổi Chanh");
    village = commune.village("B01", "Pá Kín", near, "own");
    hoa = commune.member("Đặng Thị Hòa", near, "1956", "female", "Thái", "1995-03", village);
    an = commune.member("Dang Van An", far, "1980-05-03", "male", "Kinh", "2015-06-01", village);
    DATABASE
        .ownerJdbc()
        .sql("update membership set card_number = '0012345' where person_id = ?")
        .param(an)
        .update();
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into resolution (commune_id, organization_id, number, kind, subject, issued_on, thematic)
            select commune_id, id, '05-NQ/ĐU', 'Nghị quyết', 'Về giảm nghèo bền vững', '2016-03-05', true
            from organization where id = ?
            """)
        .param(commune.root().id())
        .update();
    commune.account("office", "clerk", commune.root());
    commune.account("cell", "cell_secretary", near);
  }

  private String found(String words) {
    return as("office", "CLERK", words);
  }

  private String as(String account, String role, String words) {
    return Pages.words(new Pages(web, account, role).open("/find?q=" + Pages.encoded(words)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hòa", "Hoà", "hoa", "đặng thị hòa", "dang thi", "1956", "3/1995"})
  void someoneIsFoundByNameAndDayHoweverTheyAreTyped(String words) {
    assertThat(found(words)).contains("Đặng Thị Hòa").contains("Chi bộ Pá Kín");
    assertThat(found(Normalizer.normalize(words, Normalizer.Form.NFD))).contains("Đặng Thị Hòa");
  }

  @Test
  void whoIsSpeltAsTypedComesFirst() {
    assertThat(found("Đặng")).containsSubsequence("Đặng Thị Hòa", "Dang Van An");
    assertThat(found("dang")).containsSubsequence("Dang Van An", "Đặng Thị Hòa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0012345", "12345", "03/05/1980", "01/06/2015"})
  void someoneIsFoundByCardAndDate(String words) {
    assertThat(found(words)).contains("Dang Van An").contains("0012345").doesNotContain("Hòa");
  }

  @ParameterizedTest
  @ValueSource(strings = {"05-nq/đu", "05/03/2016", "giam ngheo"})
  void aResolutionIsFoundByNumberDayAndWords(String words) {
    assertThat(found(words)).contains("Về giảm nghèo bền vững");
  }

  @Test
  void cellsAndVillagesAreFoundTogether() {
    assertThat(found("pa kin"))
        .containsSubsequence("Tổ chức đảng", "Chi bộ Pá Kín", "Thôn, bản", "Pá Kín");
  }

  @Test
  void nothingOutsideTheScopeIsFound() {
    assertThat(as("cell", "CELL_SECRETARY", "dang"))
        .contains("Đặng Thị Hòa")
        .doesNotContain("Dang Van An");
    assertThat(as("cell", "CELL_SECRETARY", "0012345")).contains("Không tìm thấy");
    assertThat(as("cell", "CELL_SECRETARY", "giam ngheo")).contains("Không tìm thấy");
  }

  @Test
  void whatWasLookedAtIsOfferedAgainToTheOneWhoDid() {
    Pages office = new Pages(web, "office", "CLERK");
    office.open("/members/" + hoa);
    office.open("/villages/" + village);
    office.open("/members/" + an);
    assertThat(Pages.words(office.open("/find")))
        .containsSubsequence("Xem gần đây", "Dang Van An", "Pá Kín", "Đặng Thị Hòa");
    assertThat(Pages.words(new Pages(web, "cell", "CELL_SECRETARY").open("/find")))
        .doesNotContain("Dang Van An");
  }
}
