package vn.nenmong.membership.candidate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.ReportPeriod;

@Repository
class CandidateRegisterRepository {

  record Choice(@Nullable UUID cell, @Nullable String status) {}

  record Row(
      UUID id,
      UUID personId,
      String name,
      @Nullable PartialDate born,
      @Nullable String ethnicity,
      UUID cellId,
      String cell,
      @Nullable UUID villageId,
      @Nullable String village,
      @Nullable UUID firstHelperId,
      @Nullable String firstHelper,
      @Nullable UUID secondHelperId,
      @Nullable String secondHelper,
      @Nullable PartialDate classTaken,
      @Nullable PartialDate dossierCompleted,
      String status,
      @Nullable String statusText)
      implements RegisterRow {

    private Value helpers() {
      return new Value.Several(
          Stream.<@Nullable Value>of(
                  helper(firstHelper, firstHelperId), helper(secondHelper, secondHelperId))
              .filter(Objects::nonNull)
              .toList());
    }

    private static @Nullable Value helper(@Nullable String name, @Nullable UUID id) {
      return name == null ? null : new Value.Text(name, "/members/" + id);
    }

    private Value statusTag() {
      Value.Tone tone = status.equals("dossier_complete") ? Value.Tone.OK : Value.Tone.PLAIN;
      return statusText == null
          ? new Value.WordTag("membership.candidate.status." + status, tone)
          : new Value.Tag(statusText, tone);
    }
  }

  /// Helpers are named where the scope reaches their cell.
  static final String ROWS =
      """
      select ca.id, ca.person_id, p.name, p.given_name, p.other_names, p.born, p.ethnicity,
        ca.cell_id, op.name as cell, ca.village_id, vp.name as village,
        h1.id as first_helper_id, h1.name as first_helper,
        h2.id as second_helper_id, h2.name as second_helper,
        ca.class_taken, ca.dossier_completed, ca.status, ca.status_text
      from candidate ca
      join person p on p.id = ca.person_id
      join organization_period op
        on op.organization_id = ca.cell_id and op.period @> cast(:on as date)
      left join village_period vp
        on vp.village_id = ca.village_id and vp.period @> cast(:on as date)
      left join lateral (
        select hp.id, hp.name, hp.folded
        from person hp
        join member_state ms on ms.person_id = hp.id and ms.period @> cast(:on as date)
        join organization_period hop
          on hop.organization_id = ms.cell_id and hop.period @> cast(:on as date)
        where hp.id = ca.first_helper_id and hop.path <@ any(cast(:scope as ltree[]))) h1 on true
      left join lateral (
        select hp.id, hp.name, hp.folded
        from person hp
        join member_state ms on ms.person_id = hp.id and ms.period @> cast(:on as date)
        join organization_period hop
          on hop.organization_id = ms.cell_id and hop.period @> cast(:on as date)
        where hp.id = ca.second_helper_id and hop.path <@ any(cast(:scope as ltree[]))) h2 on true
      where ca.listed @> cast(:on as date)
        and op.path <@ any(cast(:scope as ltree[]))
        and (cast(:cell as uuid) is null or ca.cell_id = cast(:cell as uuid))
        and coalesce(cast(:status as text), '') in ('', ca.status)
        and concat_ws(' ', p.folded, h1.folded, h2.folded) like :q
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of(
              "name",
              "membership.candidate.name",
              row -> new Value.Text(row.name(), "/people/" + row.personId() + "/way"),
              "given_name",
              "other_names"),
          RegisterColumn.of(
              "born",
              "membership.candidate.born",
              row -> Value.known(row.born()),
              "coalesce(born, '')"),
          RegisterColumn.of(
              "ethnicity",
              "membership.candidate.ethnicity",
              row -> Value.text(row.ethnicity()),
              "coalesce(ethnicity, '') collate vi"),
          RegisterColumn.of(
              "cell",
              "membership.candidate.cell",
              row -> Value.link(row.cell(), "/organizations/", row.cellId()),
              "cell collate vi"),
          RegisterColumn.of(
              "village",
              "membership.candidate.village",
              row -> Value.link(row.village(), "/villages/", row.villageId()),
              "coalesce(village, '') collate vi"),
          RegisterColumn.of("helpers", "membership.candidate.helpers", Row::helpers),
          RegisterColumn.of(
              "class",
              "membership.candidate.class",
              row -> Value.known(row.classTaken()),
              "coalesce(class_taken, '')"),
          RegisterColumn.of(
              "dossier",
              "membership.candidate.dossier",
              row -> Value.known(row.dossierCompleted()),
              "coalesce(dossier_completed, '')"),
          RegisterColumn.of("status", "membership.candidate.status", Row::statusTag, "status"));

  RegisterQuery<Row> query(Scope scope, ReportPeriod period, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = asked.arguments(period, scope.sql());
    arguments.put("cell", choice.cell());
    arguments.put("status", choice.status());
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }
}
