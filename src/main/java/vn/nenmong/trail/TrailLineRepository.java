package vn.nenmong.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.RegisterColumn;
import vn.nenmong.kernel.register.RegisterQuery;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.register.Value;

/// The lines of the trail as a register.
@Repository
class TrailLineRepository {

  /// @param did what was done
  /// @param who account that did it
  /// @param of the person, organization or village it was done to
  /// @param day as the page writes it
  record Choice(
      @Nullable String did, @Nullable String who, @Nullable String day, @Nullable UUID of) {}

  record Row(
      UUID id,
      String moment,
      String account,
      String action,
      String subject,
      @Nullable String name,
      @Nullable String path,
      @Nullable UUID subjectId,
      @Nullable String reason,
      @Nullable String origin,
      @Nullable String acting,
      boolean sealed)
      implements RegisterRow {

    private Value by() {
      return account.equals(Viewer.COMMAND_LINE.account())
          ? new Value.Word("trail.commandLine")
          : Value.text(account);
    }

    private Value about() {
      return path == null || name == null ? Value.text(name) : Value.link(name, path, subjectId);
    }

    /// The role in which it was done; the first of several.
    private Value role() {
      return acting == null || acting.isEmpty()
          ? Value.text(null)
          : new Value.Word("account.role." + acting.split(" ", 2)[0]);
    }

    private Value seal() {
      return sealed
          ? new Value.WordTag("trail.sealed", Value.Tone.OK)
          : new Value.WordTag("trail.unsealed", Value.Tone.WARN);
    }
  }

  /// What the words of the page know; all else is «other».
  static final List<String> SUBJECTS =
      List.of(
          "member",
          "members",
          "7-hsdv",
          "labels",
          "candidates",
          "step",
          "due",
          "badges",
          "rule",
          "holiday",
          "communes",
          "history",
          "processing",
          "organizations",
          "reorganization",
          "cells",
          "villages",
          "village-years",
          "coverage",
          "agencies",
          "charges",
          "charges-committee",
          "charges-decisions",
          "visits",
          "visits-due",
          "visits-intervals",
          "regulations",
          "regulations-versions",
          "meetings",
          "meetings-months",
          "meetings-overview",
          "meetings-attendance",
          "meetings-criteria",
          "tasks",
          "examples",
          "meetings-frames",
          "meeting_sheet",
          "cell_meeting",
          "studies",
          "models",
          "offices",
          "courses",
          "course-attendance",
          "courses-attendance",
          "village-posts",
          "planning",
          "mass-organizations",
          "resolutions",
          "indicators",
          "cell-reviews",
          "member-reviews",
          "reviews-cells",
          "reviews-members",
          "register-years",
          "registers",
          "figure",
          "workbook",
          "annual_report",
          "step_paper",
          "committee_term",
          "national-list",
          "paper_template",
          "account",
          "session",
          "route",
          "trail",
          "year",
          "doubt",
          "reconciliation",
          "person",
          "device",
          "held",
          "archive",
          "api",
          "token",
          "calendar");

  static final List<String> ACTIONS =
      List.of(
          "view",
          "export",
          "import",
          "add",
          "change",
          "correct",
          "end",
          "step",
          "take-back",
          "remove",
          "undo",
          "merge",
          "excuse",
          "look_again",
          "settle",
          "enter",
          "photo",
          "reorganize",
          "reopen",
          "match",
          "close_year",
          "reopen_year",
          "put",
          "use",
          "sign_in",
          "sign_in_failed",
          "sign_out",
          "refuse",
          "invite",
          "grant",
          "end_grant",
          "reset",
          "end_session",
          "set_password",
          "set_second_factor",
          "set_recovery_codes",
          "invite_device",
          "end_device",
          "erase",
          "keep",
          "ask");

  static final String ROWS =
      """
      select cast(md5(cast(a.id as text)) as uuid) as id, a.id as place, a.at,
        to_char(a.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI:SS') as moment,
        coalesce(who.display_name, a.account) as account, a.action,
        case when a.subject = any(cast(:subjects as text[])) then a.subject else 'other' end
          as subject,
        coalesce(p.name, v.name, op.name, g.name, a.detail ->> 'file', a.detail ->> 'figure',
          nullif(concat_ws(' · ', a.detail ->> 'token', a.detail ->> 'path'), '')) as name,
        case when p.id is not null then '/members/' when v.name is not null then '/villages/'
          when op.name is not null then '/organizations/' end as path,
        a.subject_id, a.detail ->> 'reason' as reason, a.origin, a.acting,
        exists (select from audit_seal k where k.line_id = a.id) as sealed
      from audit_line a
      left join account who on who.username = a.account
      left join person p on p.id = a.subject_id
      left join lateral (
        select name from village_period
        where village_id = a.subject_id order by period desc limit 1) v on true
      left join lateral (
        select name from organization_period
        where organization_id = a.subject_id order by period desc limit 1) op on true
      left join lateral (
        select name from agency where id = a.subject_id order by period desc limit 1) g on true
      where exists (
          select from organization_period mine
          where mine.organization_id = a.commune_id and mine.path <@ any(cast(:scope as ltree[])))
        and coalesce(cast(:did as text), '') in ('', a.action)
        and coalesce(cast(:who as text), '') in ('', a.account)
        and (coalesce(cast(:day as text), '') = ''
          or a.at >= to_date(:day, 'DD/MM/YYYY')::timestamp at time zone 'Asia/Ho_Chi_Minh'
            and a.at < (to_date(:day, 'DD/MM/YYYY') + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and (cast(:of as uuid) is null or a.subject_id = :of
          or a.subject_id in (
            select cast(c.key ->> 'id' as uuid) from row_change c
            where c.subject = :of and c.former_key is null)
          or a.change in (select c.change from row_change c where c.subject = :of))
        and fold(concat_ws(' ', who.display_name, a.account, p.name, v.name, op.name,
          a.detail ->> 'reason')) like :q
      """;

  static final String ACCOUNTS =
      """
      select distinct a.account from audit_line a
      where exists (
        select from organization_period mine
        where mine.organization_id = a.commune_id and mine.path <@ any(cast(:scope as ltree[])))
      order by 1 limit 200
      """;

  static final String WAITING =
      """
      select count(*) from audit_line a
      where a.tx >= (select below from audit_sealed)
        and exists (
          select from organization_period mine
          where mine.organization_id = a.commune_id and mine.path <@ any(cast(:scope as ltree[])))
      """;

  static final String DAYS =
      """
      select to_char(d.day, 'DD/MM/YYYY')
      from (
        select distinct (a.at at time zone 'Asia/Ho_Chi_Minh')::date as day from audit_line a
        where exists (
          select from organization_period mine
          where mine.organization_id = a.commune_id
            and mine.path <@ any(cast(:scope as ltree[])))) d
      order by d.day desc limit 100
      """;

  private static final List<RegisterColumn<Row>> COLUMNS =
      List.of(
          RegisterColumn.of("at", "trail.at", row -> Value.text(row.moment()), "place"),
          RegisterColumn.of("account", "trail.who", Row::by, "account"),
          RegisterColumn.of("acting", "trail.acting", Row::role, "acting"),
          RegisterColumn.of(
              "action", "trail.did", row -> new Value.Word("trail.did." + row.action()), "action"),
          RegisterColumn.of(
              "subject",
              "trail.what",
              row -> new Value.Word("trail.subject." + row.subject()),
              "subject"),
          RegisterColumn.of("about", "trail.about", Row::about, "name"),
          RegisterColumn.of("reason", "trail.reason", row -> Value.text(row.reason()), "reason"),
          RegisterColumn.of("origin", "trail.origin", row -> Value.text(row.origin()), "origin"),
          RegisterColumn.of("sealed", "trail.seal", Row::seal, "sealed"));

  private final JdbcClient jdbc;

  TrailLineRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RegisterQuery<Row> query(Scope scope, Asked asked, Choice choice) {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    arguments.put("q", asked.pattern());
    arguments.put("scope", scope.sql());
    arguments.put("day", choice.day());
    arguments.put("did", choice.did());
    arguments.put("who", choice.who());
    arguments.put("of", choice.of());
    arguments.put("subjects", "{" + String.join(",", SUBJECTS) + "}");
    return new RegisterQuery<>(ROWS, Row.class, COLUMNS, arguments);
  }

  /// On which there are lines, newest first.
  List<String> days(Scope scope) {
    return jdbc.sql(DAYS).param("scope", scope.sql()).query(String.class).list();
  }

  /// How many are not sealed yet.
  long waiting(Scope scope) {
    return jdbc.sql(WAITING).param("scope", scope.sql()).query(Long.class).single();
  }

  /// Those that left a line.
  List<String> accounts(Scope scope) {
    return jdbc.sql(ACCOUNTS).param("scope", scope.sql()).query(String.class).list();
  }
}
