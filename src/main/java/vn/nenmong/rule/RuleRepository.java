package vn.nenmong.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what offices add to the rules.
@Repository
class RuleRepository {

  static final String BEGINS_THEN =
      """
      select exists (
        select from rule_value
        where code = :code and unit_id = :unit and lower(valid) = cast(:from as date))
      """;

  static final String END_EARLIER =
      """
      update rule_value set valid = daterange(lower(valid), cast(:from as date))
      where code = :code and unit_id = :unit and valid @> cast(:from as date)
      """;

  static final String INSERT =
      """
      insert into rule_value (code, valid, value, document_number, document_body, document_date,
        clause, evidence, unit_id, account)
      values (:code,
        daterange(cast(:from as date), (
          select min(lower(valid)) from rule_value
          where code = :code and unit_id = :unit and lower(valid) > cast(:from as date))),
        :value, :number, :body, :date, :clause, :evidence, :unit, :account)
      returning id
      """;

  static final String OWN =
      """
      select code, cast(lower(valid) as date) as "from", unit_id as unit
      from rule_value
      where id = :id and unit_id is not null
      """;

  static final String REMOVE = "delete from rule_value where id = :id";

  /// What was ended by the removed one goes on.
  static final String GO_ON =
      """
      update rule_value r
      set valid = daterange(lower(r.valid), (
        select min(lower(later.valid)) from rule_value later
        where later.code = r.code and later.unit_id = r.unit_id and later.valid >> r.valid))
      where code = :code and unit_id = :unit and upper(valid) = cast(:from as date)
      """;

  record Own(String code, LocalDate from, UUID unit) {}

  private final JdbcClient jdbc;

  RuleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean beginsThen(UUID unit, String code, LocalDate from) {
    return jdbc.sql(BEGINS_THEN)
        .param("unit", unit)
        .param("code", code)
        .param("from", from)
        .query(Boolean.class)
        .single();
  }

  UUID add(UUID unit, String account, NewRuleValue value) {
    jdbc.sql(END_EARLIER)
        .param("unit", unit)
        .param("code", value.code())
        .param("from", value.from())
        .update();
    return jdbc.sql(INSERT)
        .param("unit", unit)
        .param("account", account)
        .param("code", value.code())
        .param("from", value.from())
        .param("value", value.value())
        .param("number", value.source().number())
        .param("body", value.source().body())
        .param("date", value.source().date())
        .param("clause", value.source().clause())
        .param("evidence", value.source().evidence().name())
        .query(UUID.class)
        .single();
  }

  Optional<Own> own(UUID id) {
    return jdbc.sql(OWN).param("id", id).query(Own.class).optional();
  }

  void remove(UUID id, Own own) {
    jdbc.sql(REMOVE).param("id", id).update();
    jdbc.sql(GO_ON)
        .param("unit", own.unit())
        .param("code", own.code())
        .param("from", own.from())
        .update();
  }
}
