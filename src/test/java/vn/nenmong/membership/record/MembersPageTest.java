package vn.nenmong.membership.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.Pages;
import vn.nenmong.StatementCount;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// The list of members over three communes: thirty names, ten members, a thousand members.
@SpringBootTest
@AutoConfigureMockMvc
@Import(StatementCount.class)
class MembersPageTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  /// By given name, then by the names before it: a ă â b c d đ e ê …, tones last.
  private static final List<String> NAMES =
      List.of(
          "Đặng Quang An",
          "Đỗ Thị An",
          "Lò Văn Ánh",
          "Nguyễn Thị Ánh",
          "Hoàng Văn Ăm",
          "Lò Văn Ấm",
          "Vàng A Ân",
          "Trần Văn Bình",
          "Phạm Văn Cường",
          "Lê Thị Dung",
          "Lê Thị Dũng",
          "Bùi Văn Đạt",
          "Cà Văn Đăm",
          "Tòng Thị Đôi",
          "Lường Văn Én",
          "Quàng Thị Ên",
          "Vì Văn Hòa",
          "Nguyễn Văn Hoàn",
          "Trần Thị Lan",
          "Sùng A Lử",
          "Giàng A Minh",
          "Thào Thị Mỷ",
          "Lò Văn Oan",
          "Lò Văn Ổn",
          "Hạng A Ơn",
          "Lò Văn Phượng",
          "Cà Thị Sươi",
          "Vũ Thị Uyên",
          "Lò Văn Ước",
          "Đinh Thị Yến");

  private static TestCommune thirty;
  private static TestCommune.Unit first;
  private static TestCommune.Unit second;
  private static UUID village;

  @Autowired private MockMvc web;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  static void fill() {
    thirty = new TestCommune(DATABASE, "BAMUOI");
    first = thirty.cell("CB01", "Chi bộ Pá Kín");
    second = thirty.cell("CB02", "Chi bộ Huổi Chanh");
    village = thirty.village("B01", "Huổi Chanh", second, "own");
    List<String> shuffled = new ArrayList<>(NAMES);
    Collections.shuffle(shuffled, new Random(7));
    for (String name : shuffled) {
      int i = NAMES.indexOf(name);
      boolean inSecond = i % 3 == 0;
      thirty.member(
          name,
          inSecond ? second : first,
          i == 4 ? null : i % 5 == 0 ? "19" + (60 + i) : "19%d-04-03".formatted(60 + i),
          name.contains(" Thị ") ? "female" : "male",
          i % 4 == 0 ? "Mông" : "Thái",
          i == 7 ? "2014" : "20%02d-02-03".formatted(i % 14),
          inSecond ? village : null);
    }
    thirty.account("office", "clerk", thirty.root());
    thirty.account("cell", "cell_secretary", second);
    TestCommune ten = new TestCommune(DATABASE, "MUOI");
    members(ten, 10);
    ten.account("ten", "clerk", ten.root());
    TestCommune thousand = new TestCommune(DATABASE, "NGHIN");
    members(thousand, 1000);
    thousand.account("thousand", "clerk", thousand.root());
  }

  /// In sixteen cells; many share their name, birth and day of admission.
  private static void members(TestCommune commune, int count) {
    List<TestCommune.Unit> cells =
        IntStream.rangeClosed(1, 16)
            .mapToObj(i -> commune.cell("CB%02d".formatted(i), "Chi bộ số " + i))
            .toList();
    for (int i = 0; i < count; i++) {
      commune.member(
          NAMES.get(i % 7),
          cells.get(i * 7 % 16),
          i % 9 == 0 ? null : i % 5 == 0 ? "1970" : "1980-0" + (1 + i % 9),
          i % 2 == 0 ? "male" : "female",
          "Thái",
          "2015-0%d-01".formatted(1 + i % 9),
          null);
    }
  }

  private Pages office() {
    return new Pages(web, "office", "CLERK");
  }

  @Test
  void names_stand_in_vietnamese_order_by_the_given_name() {
    assertThat(names("/members")).containsExactlyElementsOf(NAMES);
    assertThat(names("/members?sort=-name")).containsExactlyElementsOf(NAMES.reversed());
  }

  @ParameterizedTest
  @CsvSource({
    "lo van phuong, Lò Văn Phượng",
    "Lò Văn Phượng, Lò Văn Phượng",
    "vi van hoà, Vì Văn Hòa",
    "vi van hòa, Vì Văn Hòa",
    "ĐẶNG, Đặng Quang An",
    "dang, Đặng Quang An",
    "uoc, Lò Văn Ước",
    "'  tran   thi lan ', Trần Thị Lan"
  })
  void a_name_is_found_in_any_spelling(String search, String found) {
    assertThat(names("/members?q=" + Pages.encoded(search))).containsExactly(found);
    assertThat(
            names("/members?q=" + Pages.encoded(Normalizer.normalize(search, Normalizer.Form.NFD))))
        .containsExactly(found);
  }

  @Test
  void a_sign_of_the_pattern_language_is_only_a_sign() {
    assertThat(names("/members?q=%25")).isEmpty();
    assertThat(names("/members?q=_")).isEmpty();
  }

  @Test
  void each_filter_leaves_those_whom_it_means() {
    assertThat(names("/members?unit=" + first.id())).hasSize(20);
    assertThat(names("/members?unit=" + thirty.root().id())).hasSize(30);
    assertThat(names("/members?village=" + village)).hasSize(10);
    assertThat(names("/members?standing=probationary")).isEmpty();
    assertThat(names("/members?standing=official")).hasSize(30);
    assertThat(names("/members?sex=female"))
        .containsExactlyElementsOf(NAMES.stream().filter(name -> name.contains(" Thị ")).toList());
    assertThat(names("/members?ethnicity=" + Pages.encoded("Mông"))).hasSize(8);
    assertThat(names("/members?admitted=2014")).containsExactly("Trần Văn Bình");
    assertThat(names("/members?unit=%s&sex=female&q=thi".formatted(second.id())))
        .containsExactlyElementsOf(
            IntStream.range(0, 30)
                .filter(i -> i % 3 == 0)
                .mapToObj(NAMES::get)
                .filter(name -> name.contains(" Thị "))
                .toList());
  }

  @Test
  void an_age_counts_whoever_may_be_of_it() {
    assertThat(names("/members?ageFrom=56&ageTo=56")).containsExactly(NAMES.get(0));
    assertThat(names("/members?ageFrom=51&ageTo=52")).containsExactly(NAMES.get(5));
    assertThat(names("/members?ageFrom=31&ageTo=31")).contains(NAMES.get(25));
    assertThat(names("/members?ageFrom=30&ageTo=30")).doesNotContain(NAMES.get(25));
    assertThat(names("/members?on=2016-06-30&ageFrom=31&ageTo=31")).contains(NAMES.get(25));
    assertThat(names("/members?on=2016-06-30&ageFrom=30&ageTo=30")).contains(NAMES.get(25));
    assertThat(names("/members?ageFrom=0")).doesNotContain(NAMES.get(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "-name",
        "birth",
        "-birth",
        "admission",
        "-admission",
        "cell",
        "-cell",
        "name&q=van",
        "cell&sex=male"
      })
  void page_after_page_shows_each_member_once_and_the_way_back_is_the_same(String sort) {
    Pages pages = new Pages(web, "thousand", "CLERK");
    List<List<String>> shown = new ArrayList<>();
    Optional<String> address = Optional.of("/members?sort=" + sort);
    String page = "";
    while (address.isPresent()) {
      page = pages.open(address.get());
      shown.add(ids(page));
      address = Pages.follow(page, "next");
    }
    List<String> all = shown.stream().flatMap(List::stream).toList();
    assertThat(all).doesNotHaveDuplicates();
    assertThat(Pages.words(pages.open("/members?exact=true&sort=" + sort)))
        .contains(
            "%s đảng viên".formatted(String.format(java.util.Locale.of("vi"), "%,d", all.size())));
    for (int i = shown.size() - 2; i >= 0; i--) {
      page = pages.open(Pages.follow(page, "prev").orElseThrow());
      assertThat(ids(page)).isEqualTo(shown.get(i));
    }
    assertThat(Pages.follow(page, "prev")).isEmpty();
  }

  @Test
  void who_has_no_known_birth_comes_last_by_birth() {
    assertThat(names("/members?sort=birth")).startsWith(NAMES.get(0)).endsWith(NAMES.get(4));
  }

  @Test
  void a_cells_members_stand_together_by_cell() {
    List<String> names = names("/members?sort=cell");
    assertThat(names.subList(0, 20))
        .containsExactlyElementsOf(
            IntStream.range(0, 30).filter(i -> i % 3 != 0).mapToObj(NAMES::get).toList());
  }

  @Test
  void ten_members_and_a_thousand_take_the_same_number_of_statements() {
    Pages ten = new Pages(web, "ten", "CLERK");
    Pages thousand = new Pages(web, "thousand", "CLERK");
    for (String asked : List.of("", "?q=lo", "?sort=-birth&sex=male", "?sort=admission")) {
      assertThat(StatementCount.of(() -> thousand.open("/members" + asked)))
          .as(asked)
          .isEqualTo(StatementCount.of(() -> ten.open("/members" + asked)))
          .isPositive();
    }
  }

  @Test
  void a_cell_secretary_sees_the_members_of_the_cell_alone() {
    Pages cell = new Pages(web, "cell", "CELL_SECRETARY");
    assertThat(Pages.links(cell.open("/members"), "/members/"))
        .containsExactlyElementsOf(
            IntStream.range(0, 30).filter(i -> i % 3 == 0).mapToObj(NAMES::get).toList());
    assertThat(cell.open("/members")).doesNotContain("Chi bộ Pá Kín");
    assertThat(cell.open("/members?q=an")).doesNotContain(NAMES.get(1));
  }

  @Test
  void a_unit_out_of_sight_answers_like_one_that_is_not() {
    Pages cell = new Pages(web, "cell", "CELL_SECRETARY");
    assertThat(cell.ask("/members?unit=" + first.id()).getStatus()).isEqualTo(404);
    assertThat(cell.ask("/members?unit=" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    assertThat(cell.ask("/members/export?unit=" + first.id()).getStatus()).isEqualTo(404);
  }

  @Test
  void before_the_commune_was_founded_there_is_nobody() {
    assertThat(office().open("/members?on=2013-06-30")).contains("Chưa có tổ chức đảng nào");
    assertThat(Pages.links(office().open("/members?on=2013-07-01"), "/members/")).hasSize(29);
  }

  @Test
  void columns_are_those_that_were_chosen() {
    String page = office().open("/members?columns=sex&columns=age");
    assertThat(page).contains(">Tuổi</th>").doesNotContain(">Dân tộc</th>");
  }

  @Test
  void the_sheet_has_what_the_list_shows_and_leaves_a_line() throws IOException {
    long lines = exportLines();
    XSSFSheet sheet = sheet(office().ask("/members/export?sort=-name&sex=female"));
    List<String> names = new ArrayList<>();
    for (int i = headRow(sheet) + 1; i <= sheet.getLastRowNum(); i++) {
      names.add(sheet.getRow(i).getCell(0).getStringCellValue());
    }
    assertThat(names).isEqualTo(names("/members?sort=-name&sex=female"));
    assertThat(exportLines()).isEqualTo(lines + 1);
  }

  @Test
  void dates_in_the_sheet_are_dates_where_the_day_is_known() throws IOException {
    XSSFSheet sheet =
        sheet(office().ask("/members/export?q=dang%20quang&columns=born&columns=admitted"));
    Row row = sheet.getRow(headRow(sheet) + 1);
    assertThat(new DataFormatter().formatCellValue(row.getCell(1))).isEqualTo("1960");
    assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate())
        .isEqualTo(LocalDate.of(2000, 2, 3));
  }

  private List<String> names(String address) {
    return Pages.links(office().open(address), "/members/");
  }

  private static List<String> ids(String page) {
    return java.util.regex.Pattern.compile("<td[^>]*><a href=\"/members/([0-9a-f-]{36})")
        .matcher(page)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private long exportLines() {
    return jdbc.sql(
            "select count(*) from audit_line where action = 'export' and subject = 'members' and account = 'office'")
        .query(Long.class)
        .single();
  }

  private static XSSFSheet sheet(MockHttpServletResponse answer) throws IOException {
    assertThat(answer.getStatus()).isEqualTo(200);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
      return book.getSheetAt(0);
    }
  }

  private static int headRow(XSSFSheet sheet) {
    return sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
  }
}
