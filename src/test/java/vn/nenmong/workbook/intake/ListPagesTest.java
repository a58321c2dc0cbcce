package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import vn.nenmong.Pages;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.workbook.intake.MessyList.Member;

/// A list of members as offices keep it, with the messes they have, says the same as the register:
/// read by its columns, it changes nothing.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
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
          String page = receive(file, content);
          assertThat(await(page, "failed")).contains(page + "/mapping");
          Map<String, String> form = form(open(page + "/mapping"));
          form.put("read", "yes");
          form.put("complete", "yes");
          assertThat(send(posted(page + "/mapping", form)).getRedirectedUrl()).isEqualTo(page);
          assertThat(Pages.words(await(page, "preview")))
              .as(name)
              .contains("Không có gì mới")
              .contains("Đảng viên 0 0 112");
          send(post(page + "/discard"));
        });
  }

  @Test
  void theListThatIsHandedOutSaysTheSameWhenItIsBroughtBack() throws Exception {
    byte[] list = send(get("/members/export?on=2016-12-31")).getContentAsByteArray();
    String page = receive("dang-vien.xlsx", list);
    assertThat(Pages.words(readAsGuessed(page)))
        .contains("Không có gì mới")
        .contains("Đảng viên 0 0 112");
    send(post(page + "/discard"));
  }

  @Test
  void theBookOfMembersThatIsHandedOutSaysTheSameWhenItIsBroughtBack() throws Exception {
    byte[] book = send(get("/members/7-hsdv/export?on=2016-12-31")).getContentAsByteArray();
    String page = receive("7-hsdv.xlsx", book);
    assertThat(Pages.words(readAsGuessed(page)))
        .contains("Không có gì mới")
        .contains("Đảng viên 0 0 112");
    send(post(page + "/discard"));
  }

  @Test
  void aTotalThatIsWrongIsTold() throws Exception {
    String page = receive("tong.xlsx", MessyList.grouped(members(), new XSSFWorkbook()));
    assertThat(Pages.words(readAsGuessed(page)))
        .contains("Tệp ghi «Tổng số: 113 đồng chí»")
        .contains("cả bảng có 112 dòng");
    send(post(page + "/discard"));
  }

  @Test
  void cardNumbersGetTheirZerosBack() throws Exception {
    List<String> names =
        List.of("Lò Văn Không Một", "Lò Văn Không Hai", "Lò Văn Không Ba", "Lò Văn Không Bốn");
    String cell = members().getFirst().cell();
    String page = receive("the.xlsx", MessyList.withCards(names, cell, true, new XSSFWorkbook()));
    assertThat(Pages.words(readAsGuessed(page))).contains("2 số thẻ được thêm lại các số 0 ở đầu");
    send(post(page));
    await(page, "done");
    assertThat(
            jdbc.sql(
                    "select m.card_number from membership m join person p on p.id = m.person_id"
                        + " where p.name = 'Lò Văn Không Một'")
                .query(String.class)
                .single())
        .isEqualTo("012345");
    Matcher run = Pattern.compile("/import/runs/[0-9a-f-]{36}").matcher(open("/import"));
    assertThat(run.find()).isTrue();
    assertThat(Pages.words(open(run.group())))
        .contains("Lần nhập the.xlsx")
        .containsPattern("SHA-256 của tệp: [0-9a-f]{64}")
        .contains("Số thẻ đảng viên")
        .contains("Đảng viên 4 0 0");
    String clean =
        receive("the-2.xlsx", MessyList.withCards(names, cell, false, new XSSFWorkbook()));
    assertThat(Pages.words(readAsGuessed(clean))).contains("Không có gì mới");
    send(post(clean + "/discard"));
    Matcher undo = Pattern.compile("/entry/undo/[0-9a-f-]{36}").matcher(open("/import"));
    assertThat(undo.find()).isTrue();
    send(post(undo.group()));
    assertThat(members()).noneMatch(member -> names.contains(member.name()));
  }

  /// The page before anything is written, of a list that is read as the program understands it.
  private String readAsGuessed(String page) throws Exception {
    await(page, "failed");
    Map<String, String> form = form(open(page + "/mapping"));
    form.put("read", "yes");
    send(posted(page + "/mapping", form));
    return await(page, "preview");
  }

  @Test
  void whatWasCorrectedIsRememberedForTheNextOfItsShape() throws Exception {
    byte[] list = MessyList.strangeHeadings(members(), new XSSFWorkbook());
    String page = receive("la.xlsx", list);
    await(page, "failed");
    Map<String, String> form = form(open(page + "/mapping"));
    assertThat(form).containsEntry("field.3", "IGNORED");
    form.put("field.3", "ADMITTED");
    form.put("read", "yes");
    send(posted(page + "/mapping", form));
    await(page, "preview");
    String next = receive("la-2.xlsx", list);
    await(next, "failed");
    assertThat(form(open(next + "/mapping"))).containsEntry("field.3", "ADMITTED");
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
    String page = receive("sai.xls", MessyList.grouped(members, new HSSFWorkbook()));
    await(page, "failed");
    Map<String, String> form = form(open(page + "/mapping"));
    form.put("read", "yes");
    send(posted(page + "/mapping", form));
    assertThat(await(page, "preview")).contains("rejected.xlsx");
    byte[] rejected = send(get(page + "/rejected.xlsx")).getContentAsByteArray();
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
    String page = receive("thu.txt", "Kính gửi đồng chí\nThân ái".getBytes(StandardCharsets.UTF_8));
    await(page, "failed");
    assertThat(Pages.words(open(page + "/mapping"))).contains("không thấy bảng nào");
  }

  private String open(String address) throws Exception {
    MockHttpServletResponse answer = send(get(address));
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  /// What the page would post as it stands.
  private static Map<String, String> form(String page) {
    Map<String, String> form = new HashMap<>();
    String inside = page.substring(page.lastIndexOf("<form class=\"stack-gap\""));
    Matcher input = Pattern.compile("<input ([^>]*)>").matcher(inside);
    while (input.find()) {
      String attributes = input.group(1);
      boolean box = attributes.contains("checkbox");
      if (attribute(attributes, "name") != null
          && (!box || Pattern.compile("\\bchecked\\b").matcher(attributes).find())) {
        form.put(
            Objects.requireNonNull(attribute(attributes, "name")),
            Objects.requireNonNullElse(attribute(attributes, "value"), ""));
      }
    }
    Matcher select =
        Pattern.compile("<select [^>]*name=\"([^\"]*)\".*?</select>", Pattern.DOTALL)
            .matcher(inside);
    while (select.find()) {
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
      form.put(select.group(1), chosen.find() ? HtmlUtils.htmlUnescape(chosen.group(1)) : "");
    }
    return form;
  }

  private static @Nullable String attribute(String attributes, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
    return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : null;
  }

  private String receive(String name, byte[] content) throws Exception {
    MockHttpServletResponse response =
        send(multipart("/import").file(new MockMultipartFile("file", name, null, content)));
    return Objects.requireNonNull(response.getRedirectedUrl());
  }

  private static AbstractMockHttpServletRequestBuilder<?> posted(
      String address, Map<String, String> form) {
    var request = post(address);
    form.forEach(request::param);
    return request;
  }

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    return browser
        .perform(request.with(user("vanphong").roles("CLERK")).with(csrf()))
        .andReturn()
        .getResponse();
  }

  /// Looks again as long as the page asks for it.
  private String await(String page, String view) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      MockHttpServletResponse response = send(get(page));
      if (response.getHeader("Refresh") == null) {
        return response.getContentAsString(StandardCharsets.UTF_8);
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("still no " + view);
  }
}
