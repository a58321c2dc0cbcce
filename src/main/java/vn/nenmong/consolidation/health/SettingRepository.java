package vn.nenmong.consolidation.health;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// What offices have set.
@Repository
class SettingRepository {

  @Unscoped("numbers that offices and those above them have set, which tell of nobody")
  static final String ALL =
      "select commune_id as unit, code, value, account, at from health_setting order by code";

  static final String SET =
      """
      insert into health_setting (commune_id, code, value, account, at)
      values (:unit, :code, :value, :account, :at)
      on conflict (commune_id, code)
      do update set value = excluded.value, account = excluded.account, at = excluded.at
      """;

  static final String UNSET =
      "delete from health_setting where commune_id = :unit and code = :code";

  private final JdbcClient jdbc;

  SettingRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  SettingsOfAll all() {
    return new SettingsOfAll(
        jdbc.sql(ALL).query(Settings.Set.class).list().stream()
            .collect(Collectors.groupingBy(set -> set.unit().toString().replace("-", ""))));
  }

  void set(UUID unit, Setting setting, int value, String account, Instant at) {
    jdbc.sql(SET)
        .param("unit", unit)
        .param("code", setting.code())
        .param("value", value)
        .param("account", account)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void unset(UUID unit, Setting setting) {
    jdbc.sql(UNSET).param("unit", unit).param("code", setting.code()).update();
  }
}
