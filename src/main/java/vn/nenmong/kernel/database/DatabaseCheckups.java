package vn.nenmong.kernel.database;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nenmong.kernel.Checkup;

/// Whether the database keeps what it is given, and keeps out what it should.
@Configuration(proxyBeanMethods = false)
class DatabaseCheckups {

  private record Check(String name, Supplier<Stream<Finding>> look) implements Checkup {
    @Override
    public List<Finding> findings() {
      return look.get().toList();
    }
  }

  @Bean
  Checkup settingsCheckup(DatabaseCheckupRepository database) {
    return new Check(
        "database.settings", () -> findings("database.checkup.setting", database.unsafeSettings()));
  }

  @Bean
  Checkup rolesCheckup(DatabaseCheckupRepository database) {
    return new Check(
        "database.roles",
        () ->
            findings(
                "database.checkup.right",
                database.rightsOfApp().entrySet().stream()
                    .filter(right -> Boolean.TRUE.equals(right.getValue()))
                    .map(Map.Entry::getKey)
                    .toList()));
  }

  @Bean
  Checkup constraintsCheckup(DatabaseCheckupRepository database) {
    return new Check(
        "database.constraints",
        () ->
            Stream.concat(
                findings("database.checkup.constraint", database.constraintsNotHeld()),
                findings("database.checkup.index", database.indexesNotWhole())));
  }

  @Bean
  Checkup migrationsCheckup(Flyway flyway) {
    return new Check(
        "database.migrations",
        () ->
            findings(
                "database.checkup.migration",
                Arrays.stream(flyway.info().all())
                    .filter(migration -> !isDone(migration))
                    .map(MigrationInfo::getScript)
                    .toList()));
  }

  private static boolean isDone(MigrationInfo migration) {
    return migration.getState().isApplied()
        && !migration.getState().isFailed()
        && migration.isChecksumMatching();
  }

  private static Stream<Checkup.Finding> findings(String code, List<String> names) {
    return names.stream().map(name -> Checkup.Finding.of(code, name));
  }
}
