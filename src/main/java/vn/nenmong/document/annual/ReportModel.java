package vn.nenmong.document.annual;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.nenmong.document.store.PaperWords;
import vn.nenmong.document.template.Value;
import vn.nenmong.document.template.Values;
import vn.nenmong.figures.Indicator;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.organization.Stay;

/// Turns facts into the values of [ReportTags]: the one place where the paper's numbers, dates and
/// phrases are written. A paper is Vietnamese whatever the reader's language.
final class ReportModel {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /// In a table the column says what is missing.
  private static final Value UNKNOWN = new Value.Missing("");

  private final ReportFacts facts;
  private final BiFunction<String, Object[], String> words;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private ReportModel(ReportFacts facts, BiFunction<String, Object[], String> words) {
    this.facts = facts;
    this.words = words;
  }

  /// @param words gives a message in Vietnamese
  static Values of(ReportFacts facts, BiFunction<String, Object[], String> words) {
    ReportModel model = new ReportModel(facts, words);
    model.head();
    model.organization();
    model.work();
    model.economy();
    model.review();
    model.lists();
    return new Values(model.values);
  }

  private void head() {
    ReportFacts.Head head = facts.head();
    int year = facts.period().year();
    String committee = PaperWords.committee(head.name());
    put("cap_tren", known(head.superior(), "document.missing.superior"));
    put(
        "cap_tren_noi_nhan",
        known(
            head.superior() == null ? null : PaperWords.sentenceCase(head.superior()),
            "document.missing.superior"));
    put("ten_dang_bo", Value.text(head.name()));
    put("ten_dang_uy", Value.text(committee));
    put("ten_dang_uy_hoa", Value.text(committee.toUpperCase(Vietnamese.LOCALE)));
    put("dia_danh", Value.text(PaperWords.place(head.name())));
    put("ngay_thang", Value.text(PaperWords.date(words, facts.dated())));
    put("nam", Value.text(Integer.toString(year)));
    put("nam_truoc", Value.text(Integer.toString(year - 1)));
    put("nam_sau", Value.text(Integer.toString(year + 1)));
    put("ngay_so_lieu", Value.text(DAY.format(facts.period().to())));
    put(ReportTags.UNITS, Value.text(units()));
    put("ho_ten_bi_thu", known(head.secretary(), "document.missing.secretary"));
  }

  /// Nothing to be said of a commune that was there all the period and tells its own.
  private String units() {
    if (facts.told().isNow()) {
      return word(
          "document.paper.unitsNow",
          facts.communes().stream()
              .map(commune -> commune.told(words))
              .collect(Collectors.joining("; ")));
    }
    return facts.communes().stream()
        .map(Stay::from)
        .filter(Objects::nonNull)
        .map(from -> word("document.paper.unitsSince", facts.head().name(), DAY.format(from)))
        .collect(Collectors.joining());
  }

  private void organization() {
    figure("so_chi_bo", "organization.cells");
    figure("so_dang_vien", "members.total");
    figure("so_chinh_thuc", "members.official");
    figure("so_du_bi", "members.probationary");
    figure("dang_vien_ho_ngheo", "members.poor_households");
    figure("so_ban", "villages.total");
    figure("so_ban_van_hoa", "villages.cultural");
    figure("so_ban_trang", "villages.without_members");
    figure("so_ban_ghep", "villages.joint");
    put("ds_ban_ghep", names(facts.jointVillages(), this::village));
    Fact founded = facts.figure("organization.founded");
    put(
        "ngay_thanh_lap",
        founded.text() == null
            ? missing(founded)
            : Value.text(PaperWords.since(words, PartialDate.parse(founded.text()))));
  }

  private String village(ReportFacts.Village village) {
    return village.cell() == null
        ? village.name()
        : word("document.paper.villageWithCell", village.name(), village.cell());
  }

  private void work() {
    put("so_dot_hoc_tap", count(facts.studies()));
    figure("ty_le_hoc_tap", "study.attendance_rate");
    figure("ket_nap", "members.admitted");
    figure("cong_nhan", "members.recognised");
    figure("ho_so_hoan_tat", "candidates.dossier_complete");
    figure("ty_le_sinh_hoat", "meetings.held_rate");
    Listed<ReportFacts.CellMonth> months = facts.cellMonths();
    int missed = facts.missedMonths().size();
    put("so_ky_phai_hop", count(months));
    put("so_ky_hop", known(months, Value.text(integer(months.rows().size() - missed))));
    put("so_ky_thieu", known(months, new Value.Text(integer(missed), missed == 0)));
    put("ds_ky_thieu", known(months, Value.text(missedMonths())));
    figure("so_nghi_quyet_chuyen_de", "resolutions.thematic");
    figure("so_chi_bo_phu_trach", "cells.in_charge");
    put("so_chi_bo_chua_phu_trach", difference("organization.cells", "cells.in_charge"));
    figure("bi_thu_boi_duong", "training.secretaries_trained");
    figure("truong_ban_boi_duong", "training.village_heads_trained");
    figure("so_quy_hoach", "planning.entries");
  }

  /// «Chi bộ Na Sản (tháng 3, 7); Chi bộ Hin Son (tháng 8)».
  private String missedMonths() {
    Map<String, List<String>> byCell = new LinkedHashMap<>();
    for (ReportFacts.CellMonth month : facts.missedMonths()) {
      byCell
          .computeIfAbsent(month.name(), name -> new ArrayList<>())
          .add(Integer.toString(month.month().getMonthValue()));
    }
    return byCell.entrySet().stream()
        .map(cell ->
            word("document.paper.cellMonths", cell.getKey(), String.join(", ", cell.getValue())))
        .collect(Collectors.joining("; "));
  }

  private Value difference(String whole, String part) {
    Fact all = facts.figure(whole);
    Fact some = facts.figure(part);
    if (all.number() == null || some.number() == null) {
      return missing(all.number() == null ? all : some);
    }
    BigDecimal rest = all.number().subtract(some.number());
    return new Value.Text(number(rest), rest.signum() == 0);
  }

  private void economy() {
    Fact cattle = facts.figure("livestock.cattle_growth");
    put(
        "dan_trau_bo",
        cattle.number() == null ? missing(cattle) : Value.text(growth(cattle.number())));
    put("dien_tich_lua", withUnit(facts.figure("rice.area"), "document.paper.hectares"));
    put(
        "dien_tich_lua_hai_vu",
        withUnit(facts.figure("rice.two_crop_area"), "document.paper.hectares"));
    figure("thu_ngan_sach", "budget.revenue_vs_plan");
    figure("ty_le_ngheo", "poverty.multidimensional_rate");
    figure("mo_hinh_lam_diem", "models.pilot");
    figure("mo_hinh_nhan_rong", "models.replicated");
    put("thu_nhap_cao_nhat", withUnit(facts.figure("models.income_top"), "document.paper.income"));
    List<String> behind =
        facts.indicators().rows().stream()
            .filter(indicator -> Boolean.FALSE.equals(indicator.reached()))
            .map(Indicator::name)
            .toList();
    put(
        "so_chi_tieu_khong_dat",
        known(facts.indicators(), new Value.Text(integer(behind.size()), behind.isEmpty())));
    put("ds_chi_tieu_khong_dat", known(facts.indicators(), Value.text(String.join("; ", behind))));
  }

  private String growth(BigDecimal percent) {
    return switch (percent.signum()) {
      case 0 -> word("document.paper.same");
      case 1 -> word("document.paper.grew", number(percent) + "%");
      default -> word("document.paper.fell", number(percent.negate()) + "%");
    };
  }

  private void review() {
    figure("chi_bo_muc_cao_nhat", "review.cells_strong");
    put("ten_muc_cao_nhat", known(facts.topGrade(), "document.missing.topGrade"));
    figure("chi_bo_tot_tro_len", "review.cells_good_or_better");
    figure("dang_vien_xep_loai", "review.members_rated");
    figure("ty_le_tot_tro_len", "review.members_good_or_better");
    figure("dang_vien_xuat_sac", "review.members_excellent");
    figure("ty_le_xuat_sac", "review.members_excellent_of_good");
  }

  private void lists() {
    rows(
        "hoc_tap",
        facts.studies(),
        (study, row) -> {
          row.put("ngay", Value.text(DAY.format(study.day())));
          row.put("van_ban", Value.text(study.document()));
          row.put("du", Value.text(number(study.present())));
          row.put("phai_du", Value.text(number(study.due())));
        });
    rows(
        "nghi_quyet",
        facts.resolutions(),
        (resolution, row) -> {
          row.put("so_ky_hieu", Value.text(resolution.number()));
          row.put("ngay", Value.text(DAY.format(resolution.day())));
          row.put("trich_yeu", Value.text(resolution.subject()));
        });
    rows(
        "lop",
        facts.courses(),
        (course, row) -> {
          row.put("ten_lop", Value.text(course.name()));
          row.put("tu_ngay", Value.text(DAY.format(course.from())));
          row.put("so_nguoi", Value.text(integer(course.people())));
        });
    rows(
        "doan_the",
        facts.massOrganizations(),
        (organization, row) -> {
          row.put("ten", Value.text(organization.name()));
          row.put("so_chi_hoi", told(organization.branches(), "document.missing.branches"));
          row.put("so_hoi_vien", told(organization.members(), "document.missing.massMembers"));
        });
    rows("chi_tieu", facts.indicators(), this::indicator);
    rows(
        "mo_hinh",
        facts.models(),
        (model, row) -> {
          row.put("ten", Value.text(model.name()));
          row.put(
              "giai_doan",
              model.stage() == null
                  ? missing("document.missing.stage")
                  : Value.text(word("document.paper.stage." + model.stage())));
          row.put("dang_vien", Value.text(model.member()));
          row.put("ban", known(village(model), "document.missing.village"));
          row.put(
              "thu_nhap",
              model.incomeMillion() == null
                  ? missing("document.missing.income")
                  : Value.text(word("document.paper.income", amount(model.incomeMillion()))));
        });
    rows("chi_bo", facts.cells(), this::cell);
  }

  private void indicator(Indicator indicator, Map<String, Value> row) {
    row.put("ma", Value.text(indicator.code()));
    row.put("ten", Value.text(indicator.name()));
    row.put("don_vi", Value.text(indicator.unit()));
    row.put("thuc_hien_truoc", orUnknown(indicator.previous()));
    row.put("ke_hoach", orUnknown(indicator.plan()));
    row.put("thuc_hien", orUnknown(indicator.actual()));
    row.put("so_ke_hoach", againstPlan(indicator));
    row.put("so_nam_truoc", againstPrevious(indicator));
  }

  /// Per cent of the plan; where less is better only whether it was reached.
  private Value againstPlan(Indicator indicator) {
    if (indicator.percentOfPlan() != null) {
      return Value.text(number(indicator.percentOfPlan()) + "%");
    }
    Boolean reached = indicator.reached();
    return reached == null
        ? UNKNOWN
        : Value.text(word(reached ? "document.paper.reached" : "document.paper.notReached"));
  }

  /// Growth in per cent; for what is a per cent itself the change in points.
  private Value againstPrevious(Indicator indicator) {
    if (indicator.growth() != null) {
      return Value.text(signed(indicator.growth()) + "%");
    }
    return indicator.changeInPoints() == null
        ? UNKNOWN
        : Value.text(word("document.paper.points", signed(indicator.changeInPoints())));
  }

  private static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + number(number);
  }

  private void cell(ReportFacts.Cell cell, Map<String, Value> row) {
    row.put("ten", Value.text(cell.name()));
    row.put("dang_vien", orUnknown(cell.members()));
    row.put("chinh_thuc", orUnknown(cell.official()));
    row.put("du_bi", orUnknown(cell.probationary()));
    row.put("ket_nap", orUnknown(cell.admitted()));
    List<ReportFacts.CellMonth> months =
        facts.cellMonths().rows().stream().filter(month -> month.cell().equals(cell.id())).toList();
    long held = months.stream().filter(ReportFacts.CellMonth::held).count();
    row.put("da_hop", inTable(facts.cellMonths(), held));
    row.put("phai_hop", inTable(facts.cellMonths(), months.size()));
    row.put("phu_trach", orUnknown(cell.inCharge()));
    row.put("xep_loai", orUnknown(cell.grade()));
  }

  private Value inTable(Listed<?> list, long number) {
    return list.missing() == null ? Value.text(integer(number)) : UNKNOWN;
  }

  private <T> void rows(
      String tag, Listed<T> list, java.util.function.BiConsumer<T, Map<String, Value>> columns) {
    List<Values> rows = new ArrayList<>();
    for (T element : list.rows()) {
      Map<String, Value> row = new HashMap<>();
      row.put("stt", Value.text(integer(rows.size() + 1)));
      columns.accept(element, row);
      rows.add(new Values(row));
    }
    put(tag, known(list, new Value.Rows(rows)));
  }

  /// The template says «bản» before it.
  private static @Nullable String village(ReportFacts.Model model) {
    return model.village() == null ? null : model.village().replaceFirst("^[Bb]ản ", "");
  }

  private <T> Value names(Listed<T> list, java.util.function.Function<T, String> name) {
    return known(
        list, Value.text(list.rows().stream().map(name).collect(Collectors.joining("; "))));
  }

  private Value count(Listed<?> list) {
    return known(list, new Value.Text(integer(list.rows().size()), list.rows().isEmpty()));
  }

  private static Value known(Listed<?> list, Value value) {
    return list.missing() == null ? value : new Value.Missing(list.missing());
  }

  private Value known(@Nullable Object value, String missingKey) {
    return value == null ? missing(missingKey) : orUnknown(value);
  }

  /// A count that is told where it is 0 too.
  private Value told(@Nullable Integer count, String missingKey) {
    return count == null ? missing(missingKey) : new Value.Text(integer(count), false);
  }

  private static Value orUnknown(@Nullable Object value) {
    return switch (value) {
      case null -> UNKNOWN;
      case BigDecimal number -> Value.text(number(number));
      case Integer number -> new Value.Text(integer(number), number == 0);
      default -> Value.text(value.toString());
    };
  }

  /// A figure as it is, rates with their sign.
  private void figure(String tag, String code) {
    Fact fact = facts.figure(code);
    put(tag, fact.number() == null ? missing(fact) : counted(fact));
  }

  private Value counted(Fact fact) {
    BigDecimal value = Objects.requireNonNull(fact.number());
    String text = number(value) + (fact.rate() ? "%" : "");
    return new Value.Text(
        fact.atLeast() ? word("document.paper.atLeast", text) : text, value.signum() == 0);
  }

  private Value withUnit(Fact fact, String unitKey) {
    return fact.number() == null ? missing(fact) : Value.text(word(unitKey, amount(fact.number())));
  }

  private static Value missing(Fact fact) {
    return new Value.Missing(fact.missing());
  }

  private Value missing(String key) {
    return new Value.Missing(word(key));
  }

  private void put(String tag, Value value) {
    values.put(tag, value);
  }

  private String word(String key, Object... arguments) {
    return words.apply(key, arguments);
  }

  private static String integer(long number) {
    return number(BigDecimal.valueOf(number));
  }

  /// `80` or `45,5`: no decimals that say nothing.
  private static String amount(BigDecimal number) {
    return number(number.stripTrailingZeros());
  }

  /// `1.234,5` or `−4,8`: as many decimals as it has.
  private static String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(Vietnamese.LOCALE);
    format.setMaximumFractionDigits(4);
    format.setMinimumFractionDigits(Math.clamp(number.scale(), 0, 1));
    return format.format(number).replace('-', '−');
  }
}
