package vn.nenmong.document.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.figures.FigureRows;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Figures;
import vn.nenmong.figures.Indicator;
import vn.nenmong.figures.Indicators;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.OrganizationRef;

/// Brings together what the report of a commune and a period tells: each number from the figures,
/// each list from the rows behind them.
@Component
class GatherFacts {

  /// More rows than a commune has of anything that the report lists.
  private static final int ALL = 100_000;

  private final Figures figures;
  private final Indicators indicators;
  private final ReportRepository repository;
  private final MessageSource messages;

  GatherFacts(
      Figures figures, Indicators indicators, ReportRepository repository, MessageSource messages) {
    this.figures = figures;
    this.indicators = indicators;
    this.repository = repository;
    this.messages = messages;
  }

  ReportFacts run(Scope scope, OrganizationRef commune, ReportPeriod period, LocalDate dated) {
    Ask ask = new Ask(scope, commune, period);
    Map<String, Fact> values = new HashMap<>();
    for (FigureValue value : figures.all(scope, commune, period)) {
      values.put(value.code(), fact(value));
    }
    return new ReportFacts(
        repository.head(scope, commune, period.to()),
        period,
        dated,
        values,
        repository
            .topGrade(commune.id(), period.to())
            .map(grade -> word("document.grade." + grade))
            .orElse(null),
        list(ask, "villages.joint", GatherFacts::village),
        list(ask, "study.attendance_rate", GatherFacts::study),
        list(ask, "resolutions.thematic", GatherFacts::resolution),
        courses(ask, values),
        massOrganizations(ask),
        indicators(ask),
        models(ask),
        list(ask, "meetings.held_rate", GatherFacts::month),
        cells(ask, values));
  }

  /// Whose facts, of when, and for whom.
  private record Ask(Scope scope, OrganizationRef commune, ReportPeriod period) {}

  private Fact fact(FigureValue value) {
    return new Fact(
        value.number(),
        value.value() instanceof String text ? text : null,
        value.isRate(),
        value.atLeast(),
        value.value() == null ? note(value.note()) : "");
  }

  /// The sentence of a note, to stand inside another.
  private String note(@Nullable MessageSourceResolvable note) {
    if (note == null) {
      return "";
    }
    String sentence = messages.getMessage(note, Vietnamese.LOCALE).replaceFirst("\\.$", "");
    return sentence.substring(0, 1).toLowerCase(Vietnamese.LOCALE) + sentence.substring(1);
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Vietnamese.LOCALE);
  }

  private FigureRows rows(Ask ask, String code) {
    return figures.rows(code, ask.scope(), ask.commune(), ask.period(), ALL, 0).orElseThrow();
  }

  private <T> Listed<T> list(Ask ask, String code, Function<FigureRows.Row, T> element) {
    FigureRows rows = rows(ask, code);
    return rows.value().value() == null
        ? Listed.missing(note(rows.value().note()))
        : Listed.of(rows.rows().stream().map(element).toList());
  }

  private static ReportFacts.Village village(FigureRows.Row row) {
    return new ReportFacts.Village(text(row, "name"), orNull(row, "cell"));
  }

  private static ReportFacts.Study study(FigureRows.Row row) {
    return new ReportFacts.Study(
        text(row, "document"),
        day(row, "held_on"),
        Objects.requireNonNull(row.part()),
        Objects.requireNonNull(row.whole()));
  }

  private static ReportFacts.Resolution resolution(FigureRows.Row row) {
    return new ReportFacts.Resolution(
        text(row, "number"), text(row, "subject"), day(row, "issued_on"));
  }

  private static ReportFacts.CellMonth month(FigureRows.Row row) {
    return new ReportFacts.CellMonth(
        row.id(),
        text(row, "name"),
        day(row, "month"),
        Objects.requireNonNull(row.part()).signum() > 0);
  }

  private Listed<ReportFacts.Course> courses(Ask ask, Map<String, Fact> values) {
    Fact trained = Objects.requireNonNull(values.get("training.secretaries_trained"));
    return trained.number() == null
        ? Listed.missing(trained.missing())
        : Listed.of(repository.courses(ask.scope(), ask.commune(), ask.period()));
  }

  private Listed<ReportFacts.MassOrganization> massOrganizations(Ask ask) {
    List<ReportFacts.MassOrganization> rows =
        repository.massOrganizations(ask.scope(), ask.commune(), ask.period());
    return rows.isEmpty()
        ? Listed.missing(word("document.missing.massOrganizations", year(ask)))
        : Listed.of(rows);
  }

  private Listed<Indicator> indicators(Ask ask) {
    List<Indicator> rows = indicators.all(ask.scope(), ask.commune(), ask.period());
    return rows.isEmpty()
        ? Listed.missing(word("document.missing.indicators", year(ask)))
        : Listed.of(rows);
  }

  private static String year(Ask ask) {
    return Integer.toString(ask.period().year());
  }

  private Listed<ReportFacts.Model> models(Ask ask) {
    Listed<ReportFacts.Model> pilot = list(ask, "models.pilot", GatherFacts::model);
    Listed<ReportFacts.Model> replicated = list(ask, "models.replicated", GatherFacts::model);
    if (pilot.missing() != null || replicated.missing() != null) {
      return pilot.missing() != null ? pilot : replicated;
    }
    List<ReportFacts.Model> all = new ArrayList<>(pilot.rows());
    all.addAll(replicated.rows());
    return Listed.of(all);
  }

  private static ReportFacts.Model model(FigureRows.Row row) {
    return new ReportFacts.Model(
        text(row, "name"),
        orNull(row, "stage"),
        text(row, "member"),
        orNull(row, "village"),
        (BigDecimal) row.values().get("income"));
  }

  private Listed<ReportFacts.Cell> cells(Ask ask, Map<String, Fact> values) {
    FigureRows cells = rows(ask, "organization.cells");
    if (cells.value().value() == null) {
      return Listed.missing(note(cells.value().note()));
    }
    FigureRows admitted = rows(ask, "members.admitted");
    boolean admittedKnown = admitted.value().value() != null;
    Map<String, Long> byCell =
        admitted.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> Objects.requireNonNullElse(orNull(row, "cell"), ""),
                    Collectors.counting()));
    boolean membersKnown = Objects.requireNonNull(values.get("members.total")).number() != null;
    Map<UUID, ReportRepository.CellMembers> members =
        repository.membersByCell(ask.scope(), ask.commune(), ask.period().to()).stream()
            .collect(Collectors.toMap(ReportRepository.CellMembers::cell, Function.identity()));
    return Listed.of(
        cells.rows().stream()
            .map(row ->
                cell(
                    row,
                    membersKnown ? members.get(row.id()) : null,
                    admittedKnown ? byCell.getOrDefault(text(row, "name"), 0L).intValue() : null))
            .toList());
  }

  private static ReportFacts.Cell cell(
      FigureRows.Row row,
      ReportRepository.@Nullable CellMembers members,
      @Nullable Integer admitted) {
    return new ReportFacts.Cell(
        row.id(),
        text(row, "name"),
        members == null ? null : members.members(),
        members == null ? null : members.official(),
        members == null ? null : members.probationary(),
        admitted,
        orNull(row, "in_charge"),
        orNull(row, "grade"));
  }

  private static String text(FigureRows.Row row, String column) {
    return Objects.requireNonNullElse(orNull(row, column), "");
  }

  private static @Nullable String orNull(FigureRows.Row row, String column) {
    Object value = row.values().get(column);
    return value == null ? null : value.toString();
  }

  private static LocalDate day(FigureRows.Row row, String column) {
    return (LocalDate) Objects.requireNonNull(row.values().get(column));
  }
}
