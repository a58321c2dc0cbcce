package vn.nenmong.document.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.document.store.BodyRepository.Body;
import vn.nenmong.document.store.Issuer;
import vn.nenmong.document.store.PaperWords;
import vn.nenmong.document.template.Value;
import vn.nenmong.document.template.Values;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;
import vn.nenmong.membership.way.Votes;
import vn.nenmong.rule.Source;

/// Turns the facts of a step into the values of [StepTags].
final class StepModel {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String BLANK = "          ";
  private static final Set<StepKind> CELLS_VOTES =
      Set.of(
          StepKind.CELL_RESOLUTION,
          StepKind.RECOGNITION_CELL,
          StepKind.STRIKE_CELL,
          StepKind.DISCIPLINE_CELL);
  private static final Set<StepKind> COMMITTEES_VOTES =
      Set.of(
          StepKind.COMMITTEE_RESOLUTION, StepKind.RECOGNITION_COMMITTEE, StepKind.STRIKE_COMMITTEE);

  private final StepFacts facts;
  private final Step step;
  private final BiFunction<String, Object[], String> words;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private StepModel(StepFacts facts, BiFunction<String, Object[], String> words) {
    this.facts = facts;
    this.step = facts.step().step();
    this.words = words;
  }

  /// @param words gives a message in Vietnamese
  static Values of(StepFacts facts, BiFunction<String, Object[], String> words) {
    StepModel model = new StepModel(facts, words);
    model.head();
    model.person();
    model.step();
    model.before();
    return new Values(model.values);
  }

  private void head() {
    Issuer issuer = issuer();
    String commune = facts.commune().name();
    String superior = facts.commune().superior();
    values.putAll(issuer.values(words));
    put(
        "cap_tren_noi_nhan",
        known(
            superior == null ? null : PaperWords.sentenceCase(superior),
            "document.missing.superior"));
    put(
        "so_ky_hieu",
        Value.text(
            issuer.number(
                facts.paper().document(),
                facts.paper().bearsNumberOfStep() ? step.number() : null,
                BLANK)));
    put("dia_danh", Value.text(PaperWords.place(commune)));
    put(
        "ngay_thang",
        Value.text(
            facts.paper().bearsNumberOfStep()
                ? PaperWords.date(words, step.day())
                : word("document.paper.openDate", Integer.toString(step.day().getYear()))));
    put("ten_dang_bo", Value.text(commune));
    put("ten_dang_uy", Value.text(PaperWords.committee(commune)));
    put(
        "ten_chi_bo",
        known(facts.cell() == null ? null : facts.cell().name(), "document.missing.cell"));
  }

  private Issuer issuer() {
    return switch (facts.paper().issuer()) {
      case CELL -> cell();
      case COMMITTEE -> committee();
      case AUTHORITY ->
          step.hasForm("delegated")
              ? committee()
              : step.hasForm("btv_huyen_uy")
                  ? superiorsBoard()
                  : Issuer.board(facts.commune(), words);
      case BODY -> step.body() == null ? committee() : named(step.body());
    };
  }

  private Issuer cell() {
    Body cell = facts.cell();
    if (cell == null) {
      return committee();
    }
    String above = cell.parent() == null ? facts.commune().name() : cell.parent();
    return new Issuer(
        capitals(above),
        cell.name(),
        cell.name(),
        word("document.paper.forCell"),
        "CB",
        cell.secretary());
  }

  private Issuer committee() {
    return Issuer.committee(facts.commune(), words);
  }

  private Issuer superiorsBoard() {
    String superior = facts.commune().superior();
    return Issuer.boardOf(
        superior == null ? word("document.missing.superior") : PaperWords.sentenceCase(superior),
        words);
  }

  private Issuer named(String body) {
    return Vietnamese.fold(body).contains("chi bo")
        ? cell()
        : Issuer.named(body, facts.commune(), words);
  }

  private void person() {
    StepPaperRepository.Someone person = facts.person();
    Registered before = facts.step().before().registered();
    put("ho_ten", Value.text(facts.step().person().name()));
    put(
        "gioi_tinh",
        known(
            person.sex() == null ? null : word("document.paper.sex." + person.sex()),
            "document.missing.sex"));
    put("ngay_sinh", date(person.born(), "document.missing.born"));
    put("dan_toc", known(person.ethnicity(), "document.missing.ethnicity"));
    put("noi_o", known(person.village(), "document.missing.home"));
    put("nghe_nghiep", known(person.occupation(), "document.missing.occupation"));
    put(
        "tu_cach",
        Value.text(
            before.phase().isMember() ? word("document.paper." + before.phase().code()) : ""));
    put("ngay_vao_dang", date(person.admitted(), "document.missing.admitted"));
    put("ngay_chinh_thuc", date(person.recognised(), "document.missing.recognised"));
    put("so_the", known(person.card(), "document.missing.card"));
  }

  private void step() {
    Votes votes = step.votes();
    put("ngay", Value.text(DAY.format(step.day())));
    put("so_tan_thanh", text(votes == null ? null : Integer.toString(votes.inFavour())));
    put("so_co_quyen", text(votes == null ? null : Integer.toString(votes.entitled())));
    put("ty_le", text(votes == null || votes.entitled() == 0 ? null : share(votes)));
    boolean failed = Boolean.FALSE.equals(step.carried());
    put(
        "thong_qua",
        new Value.Text(word(failed ? "way.outcome.failed" : "way.outcome.carried"), failed));
    put("hinh_thuc", text(step.form() == null ? null : form(step.form())));
    put("ngay_nhan", text(day(step.received())));
    put("den_ngay", text(day(step.until())));
    put("noi_den", text(step.place()));
    put("chi_bo_den", text(name(step.cell())));
    put("nguoi_thu_nhat", text(step.people().isEmpty() ? null : name(step.people().getFirst())));
    put("nguoi_thu_hai", text(step.people().size() < 2 ? null : name(step.people().get(1))));
    put("ly_do", text(step.reason()));
    put("cho_phep", text(step.exception()));
    put(
        "can_cu",
        text(
            facts.basis().stream()
                .map(this::document)
                .distinct()
                .collect(Collectors.joining("; "))));
  }

  /// The Charter has a name, other documents a number.
  private String document(Source source) {
    String name =
        Character.isDigit(source.number().charAt(0))
            ? word("document.paper.document", source.number())
            : source.number();
    return source.date() == null
        ? name
        : word("document.paper.dated", name, DAY.format(source.date()));
  }

  private static String share(Votes votes) {
    NumberFormat format = NumberFormat.getInstance(Vietnamese.LOCALE);
    return format.format(
            BigDecimal.valueOf(votes.inFavour())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(votes.entitled()), 1, RoundingMode.HALF_UP))
        + "%";
  }

  /// Papers that came before, of the same part of the way.
  private void before() {
    put(
        "nghi_quyet_chi_bo",
        paper(last().filter(other -> CELLS_VOTES.contains(other.kind()) && isOfSamePart(other))));
    put(
        "nghi_quyet_dang_uy",
        paper(
            last()
                .filter(other -> COMMITTEES_VOTES.contains(other.kind()) && isOfSamePart(other))));
    put(
        "quyet_dinh_ket_nap",
        paper(last().filter(other -> other.kind() == StepKind.ADMISSION_DECISION)));
    PartialDate ceremony = facts.step().before().registered().membership().admitted();
    put("ngay_le_ket_nap", text(ceremony == null ? null : PaperWords.since(words, ceremony)));
    put(
        "ngay_het_du_bi",
        text(
            facts.probationEnd() == null
                ? null
                : PaperWords.since(words, PartialDate.day(facts.probationEnd()))));
  }

  /// The last first.
  private Stream<Step> last() {
    return facts.step().before().steps().reversed().stream();
  }

  private boolean isOfSamePart(Step other) {
    return other.kind().group() == step.kind().group();
  }

  private Value paper(Stream<Step> found) {
    return found
        .findFirst()
        .map(other ->
            other.number() == null
                ? word("document.paper.onDay", DAY.format(other.day()))
                : word("document.paper.numbered", other.number(), DAY.format(other.day())))
        .map(Value::text)
        .orElse(Value.text(""));
  }

  private @Nullable String name(@Nullable UUID id) {
    return id == null ? null : facts.step().names().get(id);
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : DAY.format(day);
  }

  private Value date(@Nullable String kept, String missing) {
    return known(kept == null ? null : PaperWords.since(words, PartialDate.parse(kept)), missing);
  }

  private static String capitals(String text) {
    return text.toUpperCase(Vietnamese.LOCALE);
  }

  /// What the step does not tell is left out.
  private static Value text(@Nullable String text) {
    return Value.text(text == null ? "" : text);
  }

  /// What should be known and is not is said.
  private Value known(@Nullable String text, String missing) {
    return text == null ? new Value.Missing(word(missing)) : Value.text(text);
  }

  private void put(String tag, Value value) {
    values.put(tag, value);
  }

  private String form(String word) {
    return step.kind().isBadge() ? word("way.badge", word) : word("way.form." + word);
  }

  private String word(String key, Object... arguments) {
    return words.apply(key, arguments);
  }
}
