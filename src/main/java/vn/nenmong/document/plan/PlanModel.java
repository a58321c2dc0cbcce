package vn.nenmong.document.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.consolidation.plan.FindPlan;
import vn.nenmong.consolidation.plan.FindPlan.Line;
import vn.nenmong.consolidation.plan.FindPlan.Named;
import vn.nenmong.consolidation.plan.PlanRun.Signed;
import vn.nenmong.document.store.BodyRepository.Body;
import vn.nenmong.document.store.Issuer;
import vn.nenmong.document.store.PaperWords;
import vn.nenmong.document.template.Value;
import vn.nenmong.document.template.Values;
import vn.nenmong.kernel.text.Vietnamese;

/// Turns what a plan decides into the values of its paper. What only the signed decision tells is
/// left to be filled in on a draft.
final class PlanModel {

  private static final String DOCUMENT = "QĐ";

  private record OfPerson(Named person, Named cell) {}

  private PlanModel() {}

  /// @param commune as it was on the day of the paper
  /// @param words gives a message in Vietnamese
  static Values of(
      FindPlan.Found plan,
      Body commune,
      LocalDate dated,
      BiFunction<String, Object[], String> words) {
    Map<String, Value> values = new LinkedHashMap<>(head(plan.signed(), commune, dated, words));
    switch (plan.kind()) {
      case CHARGE -> {
        values.put("phan_cong", charges(plan.lines()));
        values.put("thoi_phu_trach", ended(plan.lines()));
      }
      case VILLAGES -> {
        values.put("cac_ban", villages(plan.lines(), words));
        values.put("chi_bo_moi", founded(plan.founded(), words));
      }
    }
    return new Values(values);
  }

  private static Map<String, Value> head(
      @Nullable Signed signed,
      Body commune,
      LocalDate dated,
      BiFunction<String, Object[], String> words) {
    Issuer issuer =
        signed != null && isOfBoard(signed.body())
            ? Issuer.board(commune, words)
            : Issuer.committee(commune, words);
    Map<String, Value> head = new LinkedHashMap<>(issuer.values(words));
    head.put(
        "so_ky_hieu",
        Value.text(issuer.number(DOCUMENT, signed == null ? null : signed.number(), "……")));
    head.put("dia_danh", Value.text(PaperWords.place(commune.name())));
    head.put(
        "ngay_thang",
        Value.text(
            signed == null
                ? words.apply(
                    "document.paper.openDate", new Object[] {Integer.toString(dated.getYear())})
                : PaperWords.date(words, dated)));
    head.put("ten_dang_bo", Value.text(commune.name()));
    head.put("ten_dang_uy", Value.text(PaperWords.committee(commune.name())));
    return head;
  }

  /// Whatever body is written, it is one of the commune's: its committee or the board of that.
  private static boolean isOfBoard(String body) {
    String folded = Vietnamese.fold(body);
    return folded.contains("thuong vu") || folded.contains("btv");
  }

  private static Value charges(List<Line> lines) {
    return ofPeople(lines.stream().map(line -> new OfPerson(line.to(), line.of())));
  }

  private static Value ended(List<Line> lines) {
    return ofPeople(
        lines.stream()
            .flatMap(line ->
                line.before().stream()
                    .filter(before -> !before.equals(line.to()))
                    .map(before -> new OfPerson(before, line.of()))));
  }

  /// Each person once, with all their cells.
  private static Value ofPeople(Stream<OfPerson> all) {
    Map<Named, String> cells =
        all.collect(
            Collectors.groupingBy(
                OfPerson::person,
                LinkedHashMap::new,
                Collectors.mapping(one -> one.cell().name(), Collectors.joining("; "))));
    return numbered(
        cells.entrySet().stream()
            .map(one -> Map.of("ho_ten", one.getKey().name(), "chi_bo", one.getValue()))
            .toList());
  }

  private static Value villages(List<Line> lines, BiFunction<String, Object[], String> words) {
    String none = words.apply("consolidation.plan.villages.unserved", new Object[0]);
    return numbered(
        lines.stream()
            .map(line ->
                Map.of(
                    "ban", line.of().name(),
                    "chi_bo_hien_nay",
                        line.before().stream().findFirst().map(Named::name).orElse(none),
                    "chi_bo_lanh_dao", line.to().name()))
            .toList());
  }

  private static Value founded(
      List<FindPlan.Founded> founded, BiFunction<String, Object[], String> words) {
    String open = words.apply("document.plan.openCell", new Object[0]);
    return numbered(
        founded.stream()
            .map(cell ->
                Map.of(
                    "ten", Objects.requireNonNullElse(cell.name(), open),
                    "dat_tai", cell.seat(),
                    "ban", String.join(", ", cell.villages())))
            .toList());
  }

  private static Value numbered(List<Map<String, String>> rows) {
    return new Value.Rows(
        IntStream.range(0, rows.size())
            .mapToObj(i -> {
              Map<String, Value> row = new LinkedHashMap<>();
              row.put("stt", Value.text(Integer.toString(i + 1)));
              rows.get(i).forEach((tag, text) -> row.put(tag, Value.text(text)));
              return new Values(row);
            })
            .toList());
  }
}
