package vn.nenmong.document.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.nenmong.figures.Indicator;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Stay;
import vn.nenmong.organization.Told;
import vn.nenmong.organization.Units;

/// A commune's year as figures give it, made up but for the totals that the article tells.
final class MadeFacts {

  private static final List<String> CELLS =
      List.of("Chi bộ Pá Kín 1", "Chi bộ Na Sản", "Chi bộ Trường Tiểu học");

  private MadeFacts() {}

  static Map<String, Fact> figures() {
    Map<String, Fact> figures = new HashMap<>();
    figures.put("members.total", Fact.count(112));
    figures.put("members.official", Fact.count(100));
    figures.put("members.probationary", Fact.count(12));
    figures.put("members.admitted", Fact.count(12));
    figures.put("members.recognised", Fact.count(13));
    figures.put("members.poor_households", Fact.count(22));
    figures.put("candidates.dossier_complete", Fact.count(2));
    figures.put("organization.cells", Fact.count(16));
    figures.put("organization.founded", new Fact(null, "2013-07", false, false, ""));
    figures.put("villages.total", Fact.count(13));
    figures.put("villages.without_members", Fact.count(0));
    figures.put("villages.joint", Fact.count(3));
    figures.put("villages.cultural", Fact.count(3));
    figures.put("cells.in_charge", Fact.count(16));
    figures.put("resolutions.thematic", Fact.count(3));
    figures.put("poverty.multidimensional_rate", Fact.rate("66.0"));
    figures.put("livestock.cattle_growth", Fact.rate("4.5"));
    figures.put("rice.area", Fact.count(510));
    figures.put("rice.two_crop_area", Fact.count(56));
    figures.put("budget.revenue_vs_plan", Fact.rate("133.5"));
    figures.put("review.members_rated", Fact.count(104));
    figures.put("review.members_excellent", Fact.count(15));
    figures.put("review.members_excellent_of_good", Fact.rate("15.0"));
    figures.put("review.members_good_or_better", Fact.rate("96.2"));
    figures.put("review.cells_strong", Fact.count(5));
    figures.put("review.cells_good_or_better", Fact.count(16));
    figures.put("training.secretaries_trained", Fact.count(16));
    figures.put("training.village_heads_trained", Fact.count(13));
    figures.put("planning.entries", Fact.count(34));
    figures.put("study.attendance_rate", Fact.rate("96.5"));
    figures.put("models.pilot", Fact.count(2));
    figures.put("models.replicated", Fact.count(2));
    figures.put("models.income_top", Fact.count(80));
    figures.put("meetings.held_rate", Fact.rate("99.0"));
    return figures;
  }

  static ReportFacts of(Map<String, Fact> figures) {
    return new ReportFacts(
        new ReportFacts.Head("Đảng bộ xã Na Tông", "HUYỆN ỦY ĐIỆN BIÊN", "Bùi Thị Yến"),
        new Told(
            new OrganizationRef(
                id(99),
                id(99),
                "NATONG",
                "NATONG",
                "Đảng bộ xã Na Tông",
                "grassroots_committee",
                "a"),
            Units.THEN,
            true),
        List.of(new Stay(id(99), "NATONG", "Đảng bộ xã Na Tông", null, null)),
        ReportPeriod.year(2016),
        LocalDate.of(2016, 12, 31),
        figures,
        "trong sạch vững mạnh",
        Listed.of(
            List.of(
                new ReportFacts.Village("Gia Phú A", "Chi bộ Huổi Chanh"),
                new ReportFacts.Village("Huổi Pa", "Chi bộ Hin Son"))),
        Listed.of(
            List.of(
                new ReportFacts.Study(
                    "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XII của Đảng",
                    LocalDate.of(2016, 4, 25),
                    new BigDecimal(96),
                    new BigDecimal(100)))),
        Listed.of(
            List.of(
                new ReportFacts.Resolution(
                    "06-NQ/ĐU",
                    "Nâng cao chất lượng sinh hoạt chi bộ",
                    LocalDate.of(2016, 2, 20)))),
        Listed.of(
            List.of(
                new ReportFacts.Course(
                    "Bồi dưỡng nghiệp vụ công tác đảng cho bí thư chi bộ",
                    LocalDate.of(2016, 4, 11),
                    16))),
        Listed.of(
            List.of(
                new ReportFacts.MassOrganization("Hội Nông dân xã", 13, 635),
                new ReportFacts.MassOrganization("Ủy ban Mặt trận Tổ quốc Việt Nam xã", null, null),
                new ReportFacts.MassOrganization("Hội Người cao tuổi xã", 0, 41))),
        Listed.of(indicators()),
        Listed.of(
            List.of(
                new ReportFacts.Model(
                    "Phát triển kinh tế VAC",
                    "pilot",
                    "Cà Văn Xôm",
                    "Bản Pá Kín 1",
                    new BigDecimal("80.00")))),
        Listed.of(months()),
        Listed.of(cells()));
  }

  private static List<Indicator> indicators() {
    return List.of(
        indicator("Đàn trâu, bò", "con", "up", "2000", "2080", "2090", "100.5", "4.5", true),
        indicator(
            "Thu ngân sách trên địa bàn",
            "triệu đồng",
            "up",
            "182.5",
            "200",
            "267",
            "133.5",
            "46.3",
            true),
        new Indicator(
            "XH01",
            "Tỷ lệ hộ nghèo đa chiều",
            "%",
            new BigDecimal("70.8"),
            new BigDecimal("66.5"),
            new BigDecimal("66"),
            null,
            null,
            new BigDecimal("-4.8"),
            "down",
            true,
            "NATONG",
            false),
        indicator(
            "Kết nạp đảng viên mới", "đảng viên", "up", "13", "14", "12", "85.7", "-7.7", false));
  }

  private static Indicator indicator(
      String name,
      String unit,
      String direction,
      String previous,
      String plan,
      String actual,
      String percentOfPlan,
      String growth,
      boolean reached) {
    return new Indicator(
        name,
        name,
        unit,
        new BigDecimal(previous),
        new BigDecimal(plan),
        new BigDecimal(actual),
        new BigDecimal(percentOfPlan),
        new BigDecimal(growth),
        null,
        direction,
        reached,
        "NATONG",
        false);
  }

  private static UUID id(int cell) {
    return new UUID(0, cell);
  }

  /// Twelve months for each cell; the second did not meet in March and August.
  private static List<ReportFacts.CellMonth> months() {
    List<ReportFacts.CellMonth> months = new ArrayList<>();
    for (int cell = 0; cell < CELLS.size(); cell++) {
      for (int month = 1; month <= 12; month++) {
        boolean held = cell != 1 || (month != 3 && month != 8);
        months.add(
            new ReportFacts.CellMonth(
                id(cell), CELLS.get(cell), LocalDate.of(2016, month, 1), held));
      }
    }
    return months;
  }

  private static List<ReportFacts.Cell> cells() {
    List<ReportFacts.Cell> cells = new ArrayList<>();
    for (int i = 0; i < CELLS.size(); i++) {
      cells.add(
          new ReportFacts.Cell(
              id(i), CELLS.get(i), 8 + i, 7, 1 + i, 1, "Bùi Thị Yến", "Trong sạch vững mạnh"));
    }
    return cells;
  }
}
