package vn.nenmong.resolution.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class ResolutionRegisterRepository {

  record Choice(@Nullable String kind, @Nullable String thematic) {}

  record Row(
      UUID id,
      String number,
      String kind,
      String subject,
      LocalDate issuedOn,
      @Nullable UUID organizationId,
      String organization,
      boolean thematic)
      implements RegisterRow {}

  /// What a body above resolved concerns those below it too; its own page is not theirs to open.
  static final String ROWS =
      """
      select re.id, re.number, re.kind, re.subject, re.issued_on,
        case when op.path <@ any(cast(:scope as ltree[])) then re.organization_id end as organization_id,
        op.name as organization, re.thematic
      from resolution re
      join organization_period op
        on op.organization_id = re.organization_id and op.period @> re.issued_on
      where re.issued_on between cast(:from as date) and cast(:to as date)
        and (op.path <@ any(cast(:scope as ltree[])) or op.path @> any(cast(:scope as ltree[])))
        and coalesce(cast(:kind as text), '') in ('', re.kind)
        and coalesce(cast(:thematic as text), '')
          in ('', case when re.thematic then 'yes' else 'no' end)
        and fold(concat_ws(' ', re.number, re.subject, op.name)) like :q
      """;

  static final String KINDS =
      """
      select distinct r.kind collate vi as kind from (%s) r order by kind limit 200
      """
          .formatted(ROWS);

  static final String TOTALS =
      """
      select count(*) from (%s) r where r.thematic
      """
          .formatted(ROWS);

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "issuedOn",
              "resolution.register.issuedOn",
              row -> Value.day(row.issuedOn()),
              "issued_on"),
          RegisterColumn.of(
              "number",
              "resolution.register.number",
              row -> Value.text(row.number()),
              "number collate vi"),
          RegisterColumn.of(
              "kind", "resolution.register.kind", row -> Value.text(row.kind()), "kind collate vi"),
          RegisterColumn.of(
              "subject",
              "resolution.register.subject",
              row -> Value.text(row.subject()),
              "subject collate vi"),
          RegisterColumn.of(
              "organization",
              "resolution.register.organization",
              row -> Value.link(row.organization(), "/organizations/", row.organizationId()),
              "organization collate vi"),
          RegisterColumn.of(
              "thematic",
              "resolution.register.thematic",
              row ->
                  row.thematic()
                      ? new Value.WordTag("resolution.register.thematic.yes", Value.Tone.PLAIN)
                      : Value.none(),
              "thematic"));

  private final JdbcClient jdbc;

  ResolutionRegisterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("kind", choice.kind());
    arguments.put("thematic", choice.thematic());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  /// Kinds of paper issued in the period.
  List<String> kinds(Scope scope, ReportPeriod period) {
    return jdbc.sql(KINDS)
        .params(query(scope, period, Asked.NOTHING, new Choice(null, null)).arguments())
        .query(String.class)
        .list();
  }

  /// How many of those asked for are thematic.
  int thematic(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    return jdbc.sql(TOTALS)
        .params(query(scope, period, asked, choice).arguments())
        .query(Integer.class)
        .single();
  }
}
