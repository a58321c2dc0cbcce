package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
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

/// Lists of other registers than that of members as offices keep them say the same as the register:
/// which it is, is told by the headings.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
@BesideOthers
class OtherListsTest {

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

  private static final String CELL =
      "(select name from organization_period where organization_id = %s order by period desc limit 1)";

  @TestFactory
  Stream<DynamicTest> eachSaysTheSame() throws Exception {
    return Stream.of(
        same(
            "Xếp loại đảng viên",
            "Kết quả đánh giá, xếp loại đảng viên năm 2016",
            marked(
                rows(
                    """
                    select p.name, %s, m.card_number, r.label
                    from member_review r
                    join membership m on m.id = r.membership_id
                    join person p on p.id = m.person_id
                    join member_state s on s.person_id = p.id and s.period @> date '2016-12-31'
                    where r.year = 2016
                    order by s.cell_id, p.name, p.id
                    """
                        .formatted(CELL.formatted("s.cell_id"))),
                List.of("Họ và tên", "Chi bộ", "Số thẻ"))),
        same(
            "Xếp loại chi bộ",
            "Kết quả xếp loại chi bộ năm 2016",
            table(
                List.of("TT", "Tên chi bộ", "Kết quả xếp loại"),
                rows(
                    "select "
                        + CELL.formatted("r.organization_id")
                        + ", r.label from organization_review r where r.year = 2016"))),
        same("Chỉ tiêu", "Kết quả thực hiện chỉ tiêu kinh tế - xã hội năm 2016", indicators()),
        same(
            "Thôn bản",
            "Kết quả rà soát hộ nghèo năm 2016",
            table(
                List.of("STT", "Bản", "Tổng số hộ", "Số khẩu", "Hộ nghèo", "Hộ cận nghèo"),
                rows(
                    """
                    select v.name, y.households, y.population, y.poor_households, y.near_poor_households
                    from village_year y
                    join village_period v on v.village_id = y.village_id and v.period @> date '2016-12-31'
                    where y.year = 2016
                    order by v.name
                    """))),
        same(
            "Chức vụ",
            "Danh sách cấp ủy năm 2016",
            table(
                List.of("STT", "Họ và tên", "Chức vụ", "Chi bộ, đảng bộ", "Từ ngày", "Đến ngày"),
                rows(
                    """
                    select p.name, h.title, %s, %s, %s
                    from office_held h
                    join person p on p.id = h.person_id
                    order by h.organization_id, p.name, h.id
                    """
                        .formatted(
                            CELL.formatted("h.organization_id"), day("h.since"), day("h.until"))))),
        same(
            "Phụ trách chi bộ",
            "Phân công cấp ủy viên phụ trách chi bộ năm 2016",
            table(
                List.of("TT", "Chi bộ", "Cấp ủy viên phụ trách", "Số quyết định", "Từ ngày"),
                rows(
                    """
                    select %s, p.name, c.document_number, %s
                    from charge c
                    join person p on p.id = c.person_id
                    order by c.cell_id, p.name
                    """
                        .formatted(CELL.formatted("c.cell_id"), day("c.since"))))),
        same("Sinh hoạt chi bộ", "Theo dõi sinh hoạt thường kỳ của chi bộ năm 2016", meetings()));
  }

  private static String day(String column) {
    return "case length(%1$s) when 10 then to_char(cast(%1$s as date), 'DD/MM/YYYY')"
            .formatted(column)
        + " when 7 then to_char(cast(%1$s || '-01' as date), 'MM/YYYY') else %1$s end"
            .formatted(column);
  }

  private List<List<@Nullable String>> rows(String sql) {
    return jdbc.sql(sql)
        .query((row, n) -> {
          List<@Nullable String> values = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(row.getString(i));
          }
          return values;
        })
        .list();
  }

  private static List<List<@Nullable String>> table(
      List<String> headings, List<List<@Nullable String>> rows) {
    List<List<@Nullable String>> table = new ArrayList<>();
    table.add(List.copyOf(headings));
    int number = 0;
    for (List<@Nullable String> row : rows) {
      List<@Nullable String> line = new ArrayList<>();
      line.add(String.valueOf(++number));
      line.addAll(row);
      table.add(line);
    }
    return table;
  }

  /// The last value as an x below its heading.
  private static List<List<@Nullable String>> marked(
      List<List<@Nullable String>> rows, List<String> headings) {
    List<String> marks =
        rows.stream().map(row -> String.valueOf(row.getLast())).distinct().sorted().toList();
    List<String> all = new ArrayList<>(List.of("STT"));
    all.addAll(headings);
    all.addAll(marks);
    List<List<@Nullable String>> lines = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      List<@Nullable String> line = new ArrayList<>(row.subList(0, row.size() - 1));
      for (String mark : marks) {
        line.add(mark.equals(row.getLast()) ? "x" : null);
      }
      lines.add(line);
    }
    List<List<@Nullable String>> table = table(List.of("-"), lines);
    table.set(0, List.copyOf(all));
    return table;
  }

  /// With groups, and the per cent that follow from the rest.
  private List<List<@Nullable String>> indicators() {
    List<List<@Nullable String>> rows =
        rows(
            """
            select i.name, i.unit, replace(cast(y.previous as text), '.', ','),
              replace(cast(y.plan as text), '.', ','), replace(cast(y.actual as text), '.', ','), '101,2'
            from indicator i
            join indicator_year y on y.indicator_id = i.id and y.year = 2016
            order by i.code
            """);
    List<List<@Nullable String>> table =
        table(
            List.of(
                "TT", "Chỉ tiêu", "ĐVT", "TH năm 2015", "KH năm 2016", "TH năm 2016", "So KH (%)"),
            rows);
    List<@Nullable String> group = new ArrayList<>();
    group.add("I");
    group.add("Về kinh tế");
    table.add(1, group);
    return table;
  }

  private List<List<@Nullable String>> meetings() {
    List<String> headings = new ArrayList<>(List.of("TT", "Chi bộ"));
    StringBuilder months = new StringBuilder();
    for (int month = 1; month <= 12; month++) {
      headings.add("T" + month);
      months.append(
          ", max(to_char(g.held_on, 'DD/MM/YYYY')) filter (where extract(month from g.month) = "
              + month
              + ")");
    }
    return table(
        headings,
        rows(
            "select "
                + CELL.formatted("g.cell_id")
                + months
                + " from meeting g where g.kind = 'regular'"
                + " and g.month between date '2016-01-01' and date '2016-12-31'"
                + " group by g.cell_id order by g.cell_id"));
  }

  private DynamicTest same(String register, String title, List<List<@Nullable String>> table)
      throws IOException {
    byte[] file = file(title, table);
    return DynamicTest.dynamicTest(
        register,
        () -> {
          ListVisitor clerk = new ListVisitor(browser);
          String page = clerk.receive("ds.xlsx", file);
          clerk.await(page, "failed");
          Map<String, String> form = ListVisitor.form(clerk.open(page + "/mapping"));
          form.put("read", "yes");
          clerk.send(ListVisitor.posted(page + "/mapping", form));
          assertThat(Pages.words(clerk.await(page, "preview")))
              .contains("Không có gì mới")
              .containsPattern(register + " 0 0 [1-9]");
          clerk.send(post(page + "/discard"));
        });
  }

  private static byte[] file(String title, List<List<@Nullable String>> table) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Sheet1");
      sheet.createRow(0).createCell(0).setCellValue("ĐẢNG BỘ XÃ NA TÔNG");
      sheet.createRow(1).createCell(1).setCellValue(title);
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 4));
      for (int i = 0; i < table.size(); i++) {
        Row row = sheet.createRow(i + 3);
        for (int column = 0; column < table.get(i).size(); column++) {
          String value = table.get(i).get(column);
          if (value != null) {
            row.createCell(column).setCellValue(value);
          }
        }
      }
      sheet.createRow(table.size() + 5).createCell(3).setCellValue("T/M ĐẢNG ỦY");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }
}
