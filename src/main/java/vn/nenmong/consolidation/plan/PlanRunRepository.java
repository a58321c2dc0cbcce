package vn.nenmong.consolidation.plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.plan.PlanRun.Reached;
import vn.nenmong.consolidation.plan.PlanRun.Signed;
import vn.nenmong.consolidation.plan.PlanRun.State;

/// Runs of the planner as they are kept.
@Repository
class PlanRunRepository {

  /// After so long without a sign of life nobody works on a run any more.
  static final Duration SILENCE = Duration.ofSeconds(60);

  private static final String COLUMNS_FRAGMENT =
      """
      select r.id, r.commune_id, r.kind, r.day, r.weights, r.fixed, r.account, r.at, r.state,
        r.touched_at, r.percent, r.reached, r.stop, r.drafted, r.number, r.body, r.decided, r.change,
        exists (select from undone_change u where u.change = r.change) as undone,
      """;

  private static final String IN_SCOPE_FRAGMENT =
      """
        exists (
          select from organization_period op
          where op.organization_id = r.commune_id and op.period @> r.day
            and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String INSERT =
      """
      insert into plan_run (id, commune_id, kind, day, weights, fixed, account, at, touched_at)
      values (:id, :commune, :kind, :day, cast(:weights as jsonb), cast(:fixed as jsonb), :account,
        :at, :at)
      """;

  static final String FIND =
      COLUMNS_FRAGMENT + " r.result from plan_run r where r.id = :id and " + IN_SCOPE_FRAGMENT;

  static final String LATEST =
      COLUMNS_FRAGMENT
          + " null as result from plan_run r where r.commune_id = :commune and "
          + IN_SCOPE_FRAGMENT
          + " order by r.at desc limit 50";

  static final String AGAIN =
      """
      update plan_run set state = 'waiting', percent = 0, stop = false, touched_at = :now
      where id = :id
        and (state = 'failed' or (state in ('waiting', 'running') and touched_at < :silent))
      """;

  static final String CLAIM =
      """
      update plan_run set state = 'running', claim = :claim, touched_at = :now
      where id = :id and state = 'waiting'
      """;

  static final String PULSE =
      """
      update plan_run
      set percent = :percent, reached = cast(:reached as jsonb), touched_at = :now
      where id = :id and claim = :claim and state = 'running'
      returning stop
      """;

  static final String FINISH =
      """
      update plan_run
      set state = :state, result = cast(:result as jsonb), percent = 100, touched_at = :now
      where id = :id and claim = :claim and state = 'running'
      """;

  static final String STOP = "update plan_run set stop = true where id = :id and state <> 'done'";

  static final String DRAFT =
      """
      update plan_run set drafted = :plan, drafted_by = :account, drafted_at = :now
      where id = :id and state = 'done' and (change is null
        or exists (select from undone_change u where u.change = plan_run.change))
      """;

  static final String SIGN =
      """
      update plan_run
      set number = :number, body = :body, decided = :decided, change = :change
      where id = :id
      """;

  private static final TypeReference<Map<Criterion, BigDecimal>> WEIGHTS = new TypeReference<>() {};
  private static final TypeReference<Map<UUID, UUID>> CHOICES = new TypeReference<>() {};
  private static final TypeReference<List<Alternative>> PLANS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = JsonMapper.builder().build();

  PlanRunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      UUID id,
      UUID commune,
      PlanKind kind,
      LocalDate day,
      Map<Criterion, BigDecimal> weights,
      Map<UUID, UUID> fixed,
      String account,
      Instant at) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("commune", commune)
        .param("kind", kind.code())
        .param("day", day)
        .param("weights", json.writeValueAsString(weights))
        .param("fixed", json.writeValueAsString(fixed))
        .param("account", account)
        .param("at", Timestamp.from(at))
        .update();
  }

  Optional<PlanRun> find(Scope scope, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", scope.sql())
        .query((row, _) -> run(row))
        .optional();
  }

  /// The latest first, without what they found.
  List<PlanRun> latest(Scope scope, UUID commune) {
    return jdbc.sql(LATEST)
        .param("commune", commune)
        .param("scope", scope.sql())
        .query((row, _) -> run(row))
        .list();
  }

  /// Whether it is to be begun once more: it failed, or whoever worked on it is gone.
  boolean again(UUID id, Instant now) {
    return jdbc.sql(AGAIN)
            .param("id", id)
            .param("now", Timestamp.from(now))
            .param("silent", Timestamp.from(now.minus(SILENCE)))
            .update()
        == 1;
  }

  /// Takes it to work on it; false where another instance did.
  boolean claim(UUID id, UUID claim, Instant now) {
    return jdbc.sql(CLAIM)
            .param("id", id)
            .param("claim", claim)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Tells how far it is.
  ///
  /// @return whether to go on
  boolean pulse(UUID id, UUID claim, int percent, @Nullable Reached reached, Instant now) {
    return jdbc.sql(PULSE)
        .param("id", id)
        .param("claim", claim)
        .param("percent", percent)
        .param("reached", reached == null ? null : json.writeValueAsString(reached))
        .param("now", Timestamp.from(now))
        .query(Boolean.class)
        .optional()
        .map(stop -> !stop)
        .orElse(false);
  }

  /// @param found null where it failed
  void finish(UUID id, UUID claim, @Nullable List<Alternative> found, Instant now) {
    jdbc.sql(FINISH)
        .param("id", id)
        .param("claim", claim)
        .param("state", found == null ? State.FAILED.code() : State.DONE.code())
        .param("result", found == null ? null : json.writeValueAsString(found))
        .param("now", Timestamp.from(now))
        .update();
  }

  void stop(UUID id) {
    jdbc.sql(STOP).param("id", id).update();
  }

  void draft(UUID id, int plan, String account, Instant now) {
    jdbc.sql(DRAFT)
        .param("id", id)
        .param("plan", plan)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .update();
  }

  void sign(UUID id, Signed signed) {
    jdbc.sql(SIGN)
        .param("id", id)
        .param("number", signed.number())
        .param("body", signed.body())
        .param("decided", signed.day())
        .param("change", signed.change())
        .update();
  }

  /// What was not weighed yet when it was asked for weighs as usual.
  private Map<Criterion, BigDecimal> weights(PlanKind kind, String asked) {
    Map<Criterion, BigDecimal> weights = Criterion.weights(kind);
    weights.putAll(json.readValue(asked, WEIGHTS));
    return weights;
  }

  private PlanRun run(ResultSet row) throws SQLException {
    PlanKind kind = PlanKind.of(row.getString("kind"));
    String result = row.getString("result");
    String reached = row.getString("reached");
    String number = row.getString("number");
    return new PlanRun(
        row.getObject("id", UUID.class),
        row.getObject("commune_id", UUID.class),
        kind,
        row.getObject("day", LocalDate.class),
        weights(kind, row.getString("weights")),
        json.readValue(row.getString("fixed"), CHOICES),
        row.getString("account"),
        row.getObject("at", OffsetDateTime.class),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("touched_at", OffsetDateTime.class),
        row.getInt("percent"),
        reached == null ? null : json.readValue(reached, Reached.class),
        row.getBoolean("stop"),
        result == null ? List.of() : json.readValue(result, PLANS),
        row.getObject("drafted", Integer.class),
        number == null
            ? null
            : new Signed(
                number,
                row.getString("body"),
                row.getObject("decided", LocalDate.class),
                row.getObject("change", UUID.class)),
        row.getBoolean("undone"));
  }
}
