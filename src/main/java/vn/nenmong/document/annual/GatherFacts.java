package vn.nenmong.document.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.document.store.PaperWords;
import vn.nenmong.figures.FigureRows;
import vn.nenmong.figures.FigureValue;
import vn.nenmong.figures.Figures;
import vn.nenmong.figures.Indicator;
import vn.nenmong.figures.Indicators;
import vn.nenmong.kernel.text.Apart;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.ReportPeriod;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Stay;
import vn.nenmong.organization.Told;

/// Brings together what the report of a commune and a period tells: each number from the figures,
/// each list from the rows behind them.
@Component
class GatherFacts {

  /// More rows than a commune has of anything that the report lists.
  private static final int ALL = 100_000;

  private final Organizations organizations;
  private final Figures figures;
  private final Indicators indicators;
  private final ReportRepository repository;
  private final MessageSource messages;

  GatherFacts(
      Organizations organizations,
      Figures figures,
      Indicators indicators,
      ReportRepository repository,
      MessageSource messages) {
    this.organizations = organizations;
    this.figures = figures;
    this.indicators = indicators;
    this.repository = repository;
    this.messages = messages;
  }

  /// @param told a commune
  /// @param writtenOn day on which whoever writes the report is looked for
  ReportFacts run(
      Scope scope, Told told, ReportPeriod period, LocalDate dated, LocalDate writtenOn) {
    Ask ask = new Ask(scope, told, period, organizations.communesWithin(scope, told, period));
    Map<String, Fact> values = new HashMap<>();
    for (FigureValue value : figures.all(scope, told.organization(), period, told.units())) {
      values.put(value.code(), fact(value));
    }
    Cells cells = cellsOf(ask);
    return new ReportFacts(
        repository.head(scope, told.organization(), writtenOn),
        told,
        ask.communes(),
        period,
        dated,
        values,
        repository
            .topGrade(told.organization().id(), period.to())
            .map(grade -> word("document.grade." + grade))
            .orElse(null),
        list(ask, "villages.joint", GatherFacts::village),
        list(ask, "study.attendance_rate", row -> study(ask, row)),
        list(ask, "resolutions.thematic", row -> resolution(ask, row)),
        courses(ask, values),
        massOrganizations(ask),
        indicators(ask),
        models(ask),
        list(ask, "meetings.held_rate", row -> month(row, cells)),
        cells(ask, values, cells));
  }

  /// Whose facts, of when, and for whom.
  ///
  /// @param communes that it was in the period
  private record Ask(Scope scope, Told told, ReportPeriod period, List<Stay> communes) {

    List<UUID> ids() {
      return communes.stream().map(Stay::id).toList();
    }
  }

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
    return figures
        .rows(
            code, ask.scope(), ask.told().organization(), ask.period(), ask.told().units(), ALL, 0)
        .orElseThrow();
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

  private ReportFacts.Study study(Ask ask, FigureRows.Row row) {
    return new ReportFacts.Study(
        of(ask, text(row, "document"), orNull(row, "organization")),
        day(row, "held_on"),
        Objects.requireNonNull(row.part()),
        Objects.requireNonNull(row.whole()));
  }

  private ReportFacts.Resolution resolution(Ask ask, FigureRows.Row row) {
    return new ReportFacts.Resolution(
        text(row, "number"),
        of(ask, text(row, "subject"), orNull(row, "organization")),
        day(row, "issued_on"));
  }

  private static ReportFacts.CellMonth month(FigureRows.Row row, Cells cells) {
    return new ReportFacts.CellMonth(
        row.id(),
        cells.name(row),
        day(row, "month"),
        Objects.requireNonNull(row.part()).signum() > 0);
  }

  /// What was done by one of several, with whose it was.
  private String of(Ask ask, String what, @Nullable String whose) {
    return ask.communes().size() < 2 || whose == null
        ? what
        : word("document.paper.of", what, whose);
  }

  /// The communes that it was, by their places: «Na Tông».
  private static Map<UUID, String> places(Ask ask) {
    return Apart.names(
        ask.communes(), Stay::id, commune -> PaperWords.place(commune.name()), Stay::code);
  }

  private Listed<ReportFacts.Course> courses(Ask ask, Map<String, Fact> values) {
    Fact trained = Objects.requireNonNull(values.get("training.secretaries_trained"));
    Map<UUID, String> places = places(ask);
    return trained.number() == null
        ? Listed.missing(trained.missing())
        : Listed.of(
            repository.courses(ask.ids(), ask.period()).stream()
                .map(course ->
                    new ReportFacts.Course(
                        of(ask, course.name(), places.get(course.commune())),
                        course.from(),
                        course.people()))
                .toList());
  }

  private Listed<ReportFacts.MassOrganization> massOrganizations(Ask ask) {
    Map<UUID, String> places = places(ask);
    List<ReportFacts.MassOrganization> rows =
        repository.massOrganizations(ask.ids(), ask.period()).stream()
            .map(one ->
                new ReportFacts.MassOrganization(
                    of(ask, one.name(), places.get(one.commune())), one.branches(), one.members()))
            .toList();
    return rows.isEmpty()
        ? Listed.missing(word("document.missing.massOrganizations", year(ask)))
        : Listed.of(rows);
  }

  private Listed<Indicator> indicators(Ask ask) {
    Map<UUID, String> places = places(ask);
    Map<String, String> byCode =
        ask.communes().stream()
            .collect(
                Collectors.toMap(
                    Stay::code, commune -> Objects.requireNonNull(places.get(commune.id()))));
    List<Indicator> rows =
        indicators
            .all(ask.scope(), ask.told().organization(), ask.period(), ask.told().units())
            .stream()
            .map(one -> one.called(of(ask, one.name(), byCode.get(one.organization()))))
            .toList();
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

  /// The cells of the period by their ids.
  private record Cells(Map<UUID, ReportRepository.CellMembers> members, Map<UUID, String> names) {

    String name(FigureRows.Row row) {
      return Objects.requireNonNull(names.get(row.id()));
    }

    ReportRepository.CellMembers members(FigureRows.Row row) {
      return Objects.requireNonNull(members.get(row.id()));
    }
  }

  private Cells cellsOf(Ask ask) {
    List<FigureRows.Row> rows =
        Stream.of("organization.cells", "meetings.held_rate")
            .flatMap(code -> rows(ask, code).rows().stream())
            .toList();
    Map<UUID, ReportRepository.CellMembers> members =
        repository
            .cells(rows.stream().map(FigureRows.Row::id).distinct().toList(), ask.period().to())
            .stream()
            .collect(Collectors.toMap(ReportRepository.CellMembers::cell, Function.identity()));
    return new Cells(
        members,
        Apart.names(
            rows,
            FigureRows.Row::id,
            row -> text(row, "name"),
            row -> Objects.requireNonNull(members.get(row.id())).code()));
  }

  private Listed<ReportFacts.Cell> cells(Ask ask, Map<String, Fact> values, Cells all) {
    FigureRows cells = rows(ask, "organization.cells");
    if (cells.value().value() == null) {
      return Listed.missing(note(cells.value().note()));
    }
    FigureRows admitted = rows(ask, "members.admitted");
    boolean admittedKnown = admitted.value().value() != null;
    Map<Object, Long> byCell =
        admitted.rows().stream()
            .map(row -> row.values().get("cell_id"))
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    boolean membersKnown = Objects.requireNonNull(values.get("members.total")).number() != null;
    return Listed.of(
        cells.rows().stream()
            .sorted(Comparator.comparing(row -> all.members(row).commune()))
            .map(row ->
                cell(
                    row,
                    all.name(row),
                    membersKnown ? all.members(row) : null,
                    admittedKnown ? byCell.getOrDefault(row.id(), 0L).intValue() : null))
            .toList());
  }

  private static ReportFacts.Cell cell(
      FigureRows.Row row,
      String name,
      ReportRepository.@Nullable CellMembers members,
      @Nullable Integer admitted) {
    return new ReportFacts.Cell(
        row.id(),
        name,
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
