package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.nenmong.BesideOthers;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.workbook.intake.MessyList.Member;

/// A list of members as offices keep it, with the messes they have, says the same as the register:
/// read by its columns, it changes nothing.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
@BesideOthers
class ListPagesTest {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.create().register(properties);
  }

  @Autowired private MockMvc browser;
  @Autowired private JdbcClient jdbc;

  @Autowired
  void accounts(DemoAccounts accounts, CommuneRepository communes) {
    String path = communes.roots(Scope.ALL).getFirst().id().toString().replace("-", "");
    accounts.make(path, path);
  }

  private ListVisitor clerk() {
    return new ListVisitor(browser);
  }

  private List<Member> members() {
    return jdbc.sql(
            """
            select p.name, p.born, p.sex, p.ethnicity, op.name as cell, o.code, m.admitted,
              m.recognised, m.card_number as card
            from person p
            join membership m on m.person_id = p.id and m.period @> date '2016-12-31'
            join member_state s on s.person_id = p.id and s.period @> date '2016-12-31'
            join organization o on o.id = s.cell_id
            join organization_period op on op.organization_id = s.cell_id and op.period @> date '2016-12-31'
            order by o.code, p.name, p.id
            """)
        .query(Member.class)
        .list();
  }

  @TestFactory
  List<DynamicTest> everyMessSaysTheSame() throws Exception {
    return List.of(
        test(
            "titles, header of two rows, groups, ditto, two dates in a cell, hidden rows, totals",
            "ds.xlsx",
            MessyList.grouped(members(), new XSSFWorkbook())),
        test(
            "the same as an old Excel file",
            "ds.xls",
            MessyList.grouped(members(), new HSSFWorkbook())),
        test(
            "letters of .VnTime, told by the font",
            "vntime.xlsx",
            MessyList.inVnTime(members(), new XSSFWorkbook())),
        test(
            "decomposed and look-alike letters",
            "nfd.xlsx",
            MessyList.lookAlike(members(), new XSSFWorkbook())),
        test(
            "cells merged downwards, family and given names apart, sexes in columns of their own",
            "ghep.xlsx",
            MessyList.merged(members(), new XSSFWorkbook())),
        test(
            "text with commas in UTF-8",
            "ds.csv",
            MessyList.separated(members(), StandardCharsets.UTF_8)),
        test(
            "text with tabs in UTF-16",
            "ds.txt",
            MessyList.separated(members(), StandardCharsets.UTF_16LE)),
        test("a page called .xls", "trang.xls", MessyList.page(members())),
        test(
            "text in the Windows letters of Vietnam",
            "ds1258.csv",
            MessyList.separated(members(), Charset.forName("windows-1258"))),
        test(
            "7-HSĐV: a block of four lines for each, values one below the other",
            "7-hsdv.xlsx",
            MessyList.stacked(members(), new XSSFWorkbook())),
        test(
            "days that an American Excel took for months",
            "us.xlsx",
            MessyList.swapped(members(), new XSSFWorkbook())),
        test(
            "the first of January for a year alone",
            "0101.xlsx",
            MessyList.newYears(members(), new XSSFWorkbook())),
        test(
            "letters of .VnTime, told by themselves",
            "vntime2.xlsx",
            MessyList.inVnTimeUnseen(members(), new XSSFWorkbook())),
        test(
            "letters of VNI, told by the font",
            "vni.xlsx",
            MessyList.inVni(members(), new XSSFWorkbook(), "VNI-Times")),
        test(
            "letters of VNI, told by themselves",
            "vni2.xlsx",
            MessyList.inVni(members(), new XSSFWorkbook(), "Arial")));
  }

  private DynamicTest test(String name, String file, byte[] content) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String page = clerk().receive(file, content);
          assertThat(clerk().await(page, "failed")).contains(page + "/mapping");
          Map<String, String> form = ListVisitor.form(clerk().open(page + "/mapping"));
          form.put("read", "yes");
          form.put("complete", "yes");
          assertThat(clerk().send(ListVisitor.posted(page + "/mapping", form)).getRedirectedUrl())
              .isEqualTo(page);
          assertThat(Pages.words(clerk().await(page, "preview")))
              .as(name)
              .contains("Không có gì mới")
              .contains("Đảng viên 0 0 112");
          clerk().send(post(page + "/discard"));
        });
  }

  @Test
  void theListThatIsHandedOutSaysTheSameWhenItIsBroughtBack() throws Exception {
    byte[] list = clerk().send(get("/members/export?on=2016-12-31")).getContentAsByteArray();
    String page = clerk().receive("dang-vien.xlsx", list);
    assertThat(Pages.words(clerk().readAsGuessed(page)))
        .contains("Không có gì mới")
        .contains("Đảng viên 0 0 112");
    clerk().send(post(page + "/discard"));
  }

  @Test
  void theBookOfMembersThatIsHandedOutSaysTheSameWhenItIsBroughtBack() throws Exception {
    byte[] book = clerk().send(get("/members/7-hsdv/export?on=2016-12-31")).getContentAsByteArray();
    String page = clerk().receive("7-hsdv.xlsx", book);
    assertThat(Pages.words(clerk().readAsGuessed(page)))
        .contains("Không có gì mới")
        .contains("Đảng viên 0 0 112");
    clerk().send(post(page + "/discard"));
  }

  @Test
  void theNationalListThatIsHandedOutSaysTheSameWhenItIsBroughtBack() throws Exception {
    byte[] list =
        clerk().send(get("/members/national/export?on=2016-12-31")).getContentAsByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(list))) {
      Sheet sheet = workbook.getSheetAt(0);
      List<String> headings = new ArrayList<>();
      sheet.getRow(0).forEach(cell -> headings.add(cell.getStringCellValue()));
      assertThat(headings).hasSize(30);
      assertThat(headings.subList(0, 14))
          .containsExactly(
              "STT",
              "ID",
              "Họ và tên *",
              "Tên gọi khác",
              "Giới tính *",
              "Sinh ngày * (dd/mm/yyyy)",
              "Dân tộc *",
              "Tôn giáo *",
              "Số định danh cá nhân *",
              "Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)",
              "Nơi cấp thẻ Đảng",
              "Ngày cấp thẻ Đảng (dd/mm/yyyy)",
              "Số thẻ theo Đảng quyết định 85",
              "Tổ chức Đảng đang sinh hoạt * (không sửa)");
      assertThat(headings.get(26)).isEqualTo("Trạng thái hoạt động");
      List<String> status = new ArrayList<>();
      for (Row row : sheet) {
        if (row.getRowNum() > 0 && row.getCell(2) != null) {
          assertThat(text(row, 7) + text(row, 8)).isEmpty();
          status.add(text(row, 26));
        }
      }
      assertThat(status).hasSize(112).contains("Đang sinh hoạt", "Miễn sinh hoạt");
    }
    String page = clerk().receive("toan-quoc.xlsx", list);
    assertThat(Pages.words(clerk().readAsGuessed(page)))
        .contains("Không có gì mới")
        .contains("Đảng viên 0 0 112");
    clerk().send(post(page + "/discard"));
  }

  private static String text(Row row, int column) {
    return row.getCell(column) == null ? "" : row.getCell(column).toString();
  }

  @Test
  void aTotalThatIsWrongIsTold() throws Exception {
    String page = clerk().receive("tong.xlsx", MessyList.grouped(members(), new XSSFWorkbook()));
    assertThat(Pages.words(clerk().readAsGuessed(page)))
        .contains("Tệp ghi «Tổng số: 113 đồng chí»")
        .contains("cả bảng có 112 dòng");
    clerk().send(post(page + "/discard"));
  }

  @Test
  void cardNumbersGetTheirZerosBack() throws Exception {
    List<String> names =
        List.of("Lò Văn Không Một", "Lò Văn Không Hai", "Lò Văn Không Ba", "Lò Văn Không Bốn");
    String cell = members().getFirst().cell();
    String page =
        clerk().receive("the.xlsx", MessyList.withCards(names, cell, true, new XSSFWorkbook()));
    assertThat(Pages.words(clerk().readAsGuessed(page)))
        .contains("2 số thẻ được thêm lại các số 0 ở đầu");
    clerk().send(post(page));
    clerk().await(page, "done");
    assertThat(
            jdbc.sql(
                    "select m.card_number from membership m join person p on p.id = m.person_id"
                        + " where p.name = 'Lò Văn Không Một'")
                .query(String.class)
                .single())
        .isEqualTo("012345");
    Matcher run = Pattern.compile("/import/runs/[0-9a-f-]{36}").matcher(clerk().open("/import"));
    assertThat(run.find()).isTrue();
    assertThat(Pages.words(clerk().open(run.group())))
        .contains("Lần nhập the.xlsx")
        .containsPattern("SHA-256 của tệp: [0-9a-f]{64}")
        .contains("Số thẻ đảng viên")
        .contains("Đảng viên 4 0 0");
    String clean =
        clerk().receive("the-2.xlsx", MessyList.withCards(names, cell, false, new XSSFWorkbook()));
    assertThat(Pages.words(clerk().readAsGuessed(clean))).contains("Không có gì mới");
    clerk().send(post(clean + "/discard"));
    Matcher undo = Pattern.compile("/entry/undo/[0-9a-f-]{36}").matcher(clerk().open("/import"));
    assertThat(undo.find()).isTrue();
    clerk().send(post(undo.group()));
    assertThat(members()).noneMatch(member -> names.contains(member.name()));
  }

  @Test
  void whatWasCorrectedIsRememberedForTheNextOfItsShape() throws Exception {
    byte[] list = MessyList.strangeHeadings(members(), new XSSFWorkbook());
    String page = clerk().receive("la.xlsx", list);
    clerk().await(page, "failed");
    Map<String, String> form = ListVisitor.form(clerk().open(page + "/mapping"));
    assertThat(form).containsEntry("field.3", "IGNORED");
    form.put("field.3", "ADMITTED");
    form.put("read", "yes");
    clerk().send(ListVisitor.posted(page + "/mapping", form));
    clerk().await(page, "preview");
    String next = clerk().receive("la-2.xlsx", list);
    clerk().await(next, "failed");
    assertThat(ListVisitor.form(clerk().open(next + "/mapping")))
        .containsEntry("field.3", "ADMITTED");
  }

  @Test
  void wrongLinesComeBackInTheirLayoutWithTheirReasons() throws Exception {
    List<Member> members = new ArrayList<>(members());
    Member wrong = members.get(5);
    members.set(
        5,
        new Member(
            wrong.name(),
            "2020-02-03",
            wrong.sex(),
            wrong.ethnicity(),
            wrong.cell(),
            wrong.code(),
            wrong.admitted(),
            wrong.recognised(),
            wrong.card()));
    String page = clerk().receive("sai.xls", MessyList.grouped(members, new HSSFWorkbook()));
    clerk().await(page, "failed");
    Map<String, String> form = ListVisitor.form(clerk().open(page + "/mapping"));
    form.put("read", "yes");
    clerk().send(ListVisitor.posted(page + "/mapping", form));
    assertThat(clerk().await(page, "preview")).contains("rejected.xlsx");
    byte[] rejected = clerk().send(get(page + "/rejected.xlsx")).getContentAsByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(rejected))) {
      Sheet sheet = workbook.getSheetAt(0);
      Row last = sheet.getRow(sheet.getLastRowNum());
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).contains("ĐẢNG BỘ HUYỆN");
      assertThat(last.getCell(1).getStringCellValue()).isEqualTo(wrong.name());
      assertThat(last.getCell(last.getLastCellNum() - 1).getStringCellValue()).contains("Ngày");
    }
  }

  @Test
  void whatIsNoListIsToldInWords() throws Exception {
    String page =
        clerk().receive("thu.txt", "Kính gửi đồng chí\nThân ái".getBytes(StandardCharsets.UTF_8));
    clerk().await(page, "failed");
    assertThat(Pages.words(clerk().open(page + "/mapping"))).contains("không thấy bảng nào");
  }
}
