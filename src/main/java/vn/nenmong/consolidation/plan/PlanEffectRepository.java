package vn.nenmong.consolidation.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;
import vn.nenmong.consolidation.plan.Alternative.Placed;
import vn.nenmong.kernel.Refused;

/// Writes what a signed plan says into the registers.
@Repository
@Unscoped("writes what a run says that was found in the scope")
class PlanEffectRepository {

  static final String SERVED_BY =
      """
      select cell_id from village_period
      where village_id = :of and period @> cast(:day as date) and cell_id is not null
      """;

  /// One state more from the day on, as long as the one of that day holds.
  static final String CUT_VILLAGE =
      """
      update village_period set period = daterange(lower(period), cast(:day as date))
      where village_id = :of and period @> cast(:day as date)
        and (lower_inf(period) or lower(period) < cast(:day as date))
      returning cast(old.period * daterange(cast(:day as date), null) as text)
      """;

  static final String STATE_FROM =
      """
      insert into village_period (
        village_id, period, commune_id, name, cell_id, meeting_form, distance_km, border, bearing,
        latitude, longitude)
      select village_id, cast(:period as daterange), commune_id, name, :to, 'joint', distance_km,
        border, bearing, latitude, longitude
      from village_period
      where village_id = :of and upper(period) = cast(:day as date)
      """;

  static final String SERVE =
      """
      update village_period set cell_id = :to, meeting_form = 'joint'
      where village_id = :of and period @> cast(:day as date)
      """;

  static final String CODE_OF_VILLAGE =
      """
      select c.code || '/' || v.code
      from village v join organization c on c.id = v.commune_id
      where v.id = :of
      """;

  static final String CODE = "select code from organization where id = :commune";

  static final String MEET_JOINTLY =
      """
      update village_period set meeting_form = 'joint'
      where cell_id = :cell and period @> cast(:day as date)
      """;

  static final String IN_CHARGE =
      "select person_id from charge where cell_id = :of and period @> cast(:day as date)";

  /// It takes the cells that it names from whoever was in charge of them.
  static final String DECIDE =
      """
      insert into charge_decision (commune_id, number, body, day, replaces)
      values (:commune, :number, :body, :day, 'cells')
      returning id
      """;

  /// What began that very day never was.
  static final String DROP_CHARGES =
      """
      delete from charge
      where cell_id = :of and person_id <> :to and lower(period) = cast(:day as date)
      """;

  static final String END_CHARGES =
      """
      update charge set period = daterange(lower(period), cast(:day as date)),
        replaced_by = :decision
      where cell_id = :of and person_id <> :to and period @> cast(:day as date)
      """;

  static final String BEGIN_CHARGE =
      """
      insert into charge
        (commune_id, person_id, cell_id, since, document_number, decision_id, period)
      select o.commune_id, :to, o.id, cast(cast(:day as date) as text), d.number, d.id,
        o.life * daterange(cast(:day as date), null)
      from organization o
      join charge_decision d on d.id = :decision
      where o.id = :of and not exists (
        select from charge
        where cell_id = :of and person_id = :to and period @> cast(:day as date))
      """;

  private final JdbcClient jdbc;

  PlanEffectRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @throws Refused where another cell leads the village than when the plan was made
  void serve(Placed placed, LocalDate day) {
    requireSame(SERVED_BY, placed, day);
    List<String> rest = with(CUT_VILLAGE, placed, day).query(String.class).list();
    if (rest.isEmpty()) {
      with(SERVE, placed, day).param("to", placed.to()).update();
    } else {
      with(STATE_FROM, placed, day)
          .param("to", placed.to())
          .param("period", rest.getFirst())
          .update();
    }
  }

  /// The village as a reorganization names it.
  ///
  /// @throws Refused where another cell leads it than when the plan was made
  String village(Placed placed, LocalDate day) {
    requireSame(SERVED_BY, placed, day);
    return jdbc.sql(CODE_OF_VILLAGE).param("of", placed.of()).query(String.class).single();
  }

  String code(UUID commune) {
    return jdbc.sql(CODE).param("commune", commune).query(String.class).single();
  }

  /// All villages of a cell.
  void meetJointly(UUID cell, LocalDate day) {
    jdbc.sql(MEET_JOINTLY).param("cell", cell).param("day", day).update();
  }

  /// The decision on the charge of cells, as one that was entered.
  UUID decide(UUID commune, String number, String body, LocalDate day) {
    return jdbc.sql(DECIDE)
        .param("commune", commune)
        .param("number", number)
        .param("body", body)
        .param("day", day)
        .query(UUID.class)
        .single();
  }

  /// @throws Refused where others are in charge of the cell than when the plan was made
  void charge(Placed placed, UUID decision, LocalDate day) {
    requireSame(IN_CHARGE, placed, day);
    with(DROP_CHARGES, placed, day).param("to", placed.to()).update();
    for (String statement : List.of(END_CHARGES, BEGIN_CHARGE)) {
      with(statement, placed, day).param("to", placed.to()).param("decision", decision).update();
    }
  }

  private void requireSame(String question, Placed placed, LocalDate day) {
    List<UUID> now = with(question, placed, day).query(UUID.class).list();
    if (!new HashSet<>(now).equals(new HashSet<>(placed.before()))) {
      throw new Refused("consolidation.plan.sign.meanwhile");
    }
  }

  private JdbcClient.StatementSpec with(String statement, Placed placed, LocalDate day) {
    return jdbc.sql(statement).param("of", placed.of()).param("day", day);
  }
}
