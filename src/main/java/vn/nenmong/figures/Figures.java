package vn.nenmong.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.FigureRepository.Counted;
import vn.nenmong.figures.HandedIn.Answer;
import vn.nenmong.kernel.memory.Remembered;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Units;

/// The figures of an organization and a period, each with the rows behind it.
@Component
public class Figures {

  private final FigureRepository repository;
  private final Remembered remembered;
  private final Today today;

  Figures(FigureRepository repository, Remembered remembered, Today today) {
    this.repository = repository;
    this.remembered = remembered;
    this.today = today;
  }

  /// All figures, in the order of their definition.
  ///
  /// @param organization as it was on the last day of the period
  public List<FigureValue> all(Scope scope, OrganizationRef organization, ReportPeriod period) {
    return all(scope, organization, period, Units.THEN);
  }

  /// @param organization as it was on the last day of the period, or as it is today, by the units
  public List<FigureValue> all(
      Scope scope, OrganizationRef organization, ReportPeriod period, Units units) {
    return known(scope, organization, period, units, Figure.ALL);
  }

  /// Some figures, by code; what others are counted from is not asked for.
  public Map<String, FigureValue> some(
      Set<String> codes, Scope scope, OrganizationRef organization, ReportPeriod period) {
    return some(codes, scope, organization, period, Units.THEN);
  }

  /// @param organization as it was on the last day of the period, or as it is today, by the units
  public Map<String, FigureValue> some(
      Set<String> codes,
      Scope scope,
      OrganizationRef organization,
      ReportPeriod period,
      Units units) {
    List<Figure> figures =
        Figure.ALL.stream().filter(figure -> codes.contains(figure.code())).toList();
    return known(scope, organization, period, units, figures).stream()
        .collect(Collectors.toMap(FigureValue::code, Function.identity()));
  }

  private record Asked(
      Scope scope,
      OrganizationRef organization,
      ReportPeriod period,
      Units units,
      List<Figure> figures) {}

  private List<FigureValue> known(
      Scope scope,
      OrganizationRef organization,
      ReportPeriod period,
      Units units,
      List<Figure> figures) {
    return remembered.answer(
        new Asked(scope, organization, period, units, figures),
        () -> values(question(scope, organization, period, units), figures));
  }

  private List<FigureValue> values(Question question, List<Figure> figures) {
    HandedIn handedIn = repository.handedIn(question.subtree().communesOfAll());
    Map<Source, Map<Figure, Counted>> counted = new EnumMap<>(Source.class);
    List<FigureValue> values = new ArrayList<>();
    for (Figure figure : figures) {
      Counted result =
          counted
              .computeIfAbsent(figure.source(), source -> repository.values(source, question))
              .get(figure);
      values.add(value(figure, question, handedIn, result));
    }
    return List.copyOf(values);
  }

  /// The rows behind a figure, or none where there is no figure of that code.
  ///
  /// @param limit how many rows at most
  @Transactional(readOnly = true)
  public Optional<FigureRows> rows(
      String code,
      Scope scope,
      OrganizationRef organization,
      ReportPeriod period,
      int limit,
      int offset) {
    return rows(code, scope, organization, period, Units.THEN, limit, offset);
  }

  /// @param organization as it was on the last day of the period, or as it is today, by the units
  @Transactional(readOnly = true)
  public Optional<FigureRows> rows(
      String code,
      Scope scope,
      OrganizationRef organization,
      ReportPeriod period,
      Units units,
      int limit,
      int offset) {
    return Figure.of(code)
        .map(figure -> {
          Question question = question(scope, organization, period, units);
          HandedIn handedIn = repository.handedIn(question.subtree().communesOfAll());
          Counted counted = repository.values(figure.source(), question).get(figure);
          FigureValue value = value(figure, question, handedIn, counted);
          return new FigureRows(
              value,
              figure.source().pages(),
              figure.source().columns().stream().filter(RowColumn::isShown).toList(),
              figure.counting().part() != null && figure.counting().way() != Counting.Way.TEXT,
              figure.counting().whole() != null,
              value.rows() == 0 ? List.of() : repository.rows(figure, question, limit, offset));
        });
  }

  /// All rows behind a figure that is known, read some at a time within a transaction. To be
  /// closed.
  Stream<FigureRows.Row> stream(
      String code, Scope scope, OrganizationRef organization, ReportPeriod period, Units units) {
    boolean known =
        rows(code, scope, organization, period, units, 0, 0)
                .map(rows -> rows.value().rows())
                .orElse(0L)
            > 0;
    return known
        ? repository.stream(
            Figure.of(code).orElseThrow(), question(scope, organization, period, units))
        : Stream.empty();
  }

  private Question question(
      Scope scope, OrganizationRef organization, ReportPeriod period, Units units) {
    return new Question(
        units == Units.NOW
            ? repository.subtreeNow(scope, organization, period, today.date())
            : repository.subtree(scope, organization, period),
        period,
        repository.topGrade(organization.communeId(), period.to()).orElse(null));
  }

  private static FigureValue value(
      Figure figure, Question question, HandedIn handedIn, @Nullable Counted counted) {
    if (!question.subtree().means(figure.whose())) {
      boolean cell = question.subtree().isCell();
      return unknown(figure, note(cell ? "figures.note.cell" : "figures.note.commune"));
    }
    ReportPeriod period = question.period();
    Map<Answer, Integer> answers = new HashMap<>();
    String missing = null;
    for (String register : figure.registerList()) {
      for (Answer answer : handedIn.answers(register, figure.kind(), period)) {
        answers.merge(answer, 1, Integer::sum);
        missing = missing == null && answer == Answer.UNKNOWN ? register : missing;
      }
    }
    int unknown = answers.getOrDefault(Answer.UNKNOWN, 0);
    int all = handedIn.communes() * figure.registerList().size();
    if (counted == null || unknown == all || (unknown > 0 && handedIn.communes() == 1)) {
      return unknown(figure, missing(missing, handedIn, period));
    }
    if (unknown > 0 && figure.counting().way() == Counting.Way.TOP) {
      return unknown(figure, missing(missing, handedIn, period));
    }
    Object value = compute(figure.counting(), counted);
    if (value == null) {
      return unknown(figure, nothing(figure, period));
    }
    boolean atLeast = !figure.isRate() && (unknown > 0 || answers.containsKey(Answer.AT_LEAST));
    return new FigureValue(
        figure.code(),
        figure.unit(),
        value,
        ratio(figure.counting(), counted),
        atLeast,
        counted.rows(),
        remark(figure, question, handedIn, answers));
  }

  private static FigureValue unknown(Figure figure, MessageSourceResolvable note) {
    return new FigureValue(figure.code(), figure.unit(), null, null, false, 0, note);
  }

  private static @Nullable Object compute(Counting counting, Counted counted) {
    return switch (counting.way()) {
      case COUNT -> Math.toIntExact(counted.rows());
      case TEXT -> counted.part();
      case SUM, TOP -> {
        BigDecimal number = number(counted.part());
        yield number == null ? null : Rates.plain(number);
      }
      case RATE -> Rates.percent(number(counted.part()), counted.whole());
      case GROWTH -> Rates.growth(number(counted.part()), counted.whole());
    };
  }

  private static FigureValue.@Nullable Ratio ratio(Counting counting, Counted counted) {
    if (counting.way() != Counting.Way.RATE) {
      return null;
    }
    BigDecimal part = number(counted.part());
    BigDecimal whole = counted.whole();
    return part == null || whole == null ? null : new FigureValue.Ratio(part, whole);
  }

  private static @Nullable BigDecimal number(@Nullable Object number) {
    return number == null ? null : new BigDecimal(number.toString());
  }

  private static MessageSourceResolvable missing(
      @Nullable String register, HandedIn handedIn, ReportPeriod period) {
    String name = register == null ? "members" : register;
    String years =
        period.from().getYear() == period.year()
            ? String.valueOf(period.year())
            : period.from().getYear() + "-" + period.year();
    Integer newest = handedIn.newest(name, period.year());
    return newest == null
        ? note("figures.note.missing", registerName(name), years)
        : note("figures.note.missingSince", registerName(name), years, String.valueOf(newest));
  }

  private static MessageSourceResolvable nothing(Figure figure, ReportPeriod period) {
    return switch (figure.kind()) {
      case TOLD ->
          note(
              "figures.note.notTold",
              note("figures.note.notTold." + figure.code()),
              String.valueOf(period.year()));
      case FACT -> note("figures.note.notGiven");
      default -> note("figures.note.nothing");
    };
  }

  /// What a reader must know with a value that is there.
  private static @Nullable MessageSourceResolvable remark(
      Figure figure, Question question, HandedIn handedIn, Map<Answer, Integer> answers) {
    ReportPeriod period = question.period();
    String register = figure.registerList().getFirst();
    String year = String.valueOf(period.year());
    if (answers.containsKey(Answer.UNKNOWN)) {
      int known = handedIn.communes() - answers.get(Answer.UNKNOWN);
      return note(
          "figures.note.some",
          registerName(register),
          year,
          String.valueOf(Math.max(0, known)),
          String.valueOf(handedIn.communes()));
    }
    if (answers.containsKey(Answer.AT_LEAST)) {
      return note("figures.note.atLeast", registerName(register), year);
    }
    if (answers.containsKey(Answer.OLDER)) {
      Integer newest = handedIn.newest(register, period.year());
      return note("figures.note.older", registerName(register), String.valueOf(newest));
    }
    if (figure.kind() == Kind.TOLD
        && handedIn.answers(register, Kind.YEARLY, period).contains(Answer.UNKNOWN)) {
      return note("figures.note.toldLater", String.valueOf(period.year() + 1));
    }
    Question.TopGrade grade = question.topGrade();
    if (figure.code().equals("review.cells_strong") && grade != null) {
      return note(
          "figures.note.topGrade",
          note("figures.value." + grade.value()),
          grade.document(),
          note("figures.evidence." + grade.evidence()));
    }
    return figure.kind().isYearly() && !period.isWholeYear()
        ? note("figures.note.wholeYear", year)
        : null;
  }

  private static MessageSourceResolvable registerName(String register) {
    return note("figures.register." + register);
  }

  private static MessageSourceResolvable note(String key, Object... arguments) {
    return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
  }
}
