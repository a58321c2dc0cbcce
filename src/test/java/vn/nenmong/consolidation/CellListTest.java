package vn.nenmong.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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

/// The cells as they are handed out.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
@AutoConfigureMockMvc
class CellListTest {

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
  void theSixteenCellsHaveTheHundredAndTwelveMembers() throws Exception {
    List<List<String>> rows = rows("vanphong", "CLERK");
    List<String> head = rows.get(3);
    List<List<String>> cells = rows.subList(4, rows.size());
    assertThat(cells).hasSize(16);
    assertThat(sum(cells, head.indexOf("Đảng viên"))).isEqualTo(112);
    assertThat(sum(cells, head.indexOf("Chính thức"))).isEqualTo(100);
    assertThat(sum(cells, head.indexOf("Dự bị"))).isEqualTo(12);
    assertThat(cells).allMatch(row -> !row.get(head.indexOf("Đồng chí Bí thư chi bộ")).isEmpty());
    assertThat(cells).anyMatch(row -> row.getLast().startsWith("Sinh hoạt ghép: "));
  }

  @Test
  void aSecretaryOfACellHasOnlyItsOwn() throws Exception {
    assertThat(rows("chibo", "CELL_SECRETARY").subList(4, 5)).hasSize(1);
    assertThat(rows("chibo", "CELL_SECRETARY")).hasSize(5);
  }

  @Test
  void labelsAndEnvelopesNameTheSecretaryAndTheCell() {
    Pages clerk = new Pages(web, "vanphong", "CLERK");
    String labels = clerk.open("/organizations/cells/labels");
    assertThat(labels.split("class=\"addressed\"", -1)).hasSize(17);
    assertThat(Pages.words(labels)).contains(", Bí thư");
    assertThat(Pages.words(clerk.open("/organizations/cells/labels?as=envelopes")))
        .contains("Kính gửi:");
    assertThat(clerk.open("/members/labels?standing=probationary").split("class=\"addressed\"", -1))
        .hasSize(13);
  }

  private static int sum(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> Integer.parseInt(row.get(column))).sum();
  }

  private List<List<String>> rows(String account, String role) throws Exception {
    byte[] file =
        web.perform(get("/organizations/cells/export").with(user(account).roles(role)))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    DataFormatter shown = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      for (int i = 0; i <= workbook.getSheetAt(0).getLastRowNum(); i++) {
        Row row = workbook.getSheetAt(0).getRow(i);
        List<String> texts = new ArrayList<>();
        for (int column = 0; row != null && column < 16; column++) {
          Cell cell = row.getCell(column);
          texts.add(cell == null ? "" : shown.formatCellValue(cell));
        }
        rows.add(texts);
      }
    }
    return rows;
  }
}
