package vn.nenmong.archive;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Login;
import vn.nenmong.kernel.time.Today;

/// How a data folder is brought up to date: an archive of it first, then all migrations in one
/// transaction, so that it stays as it was where one of them fails.
@Configuration(proxyBeanMethods = false)
class UpdateConfiguration {

  @Bean
  OwnersDatabase ownersDatabase(
      @Value("${spring.flyway.url}") String url,
      @Value("${spring.flyway.user}") String owner,
      @Value("${spring.flyway.password}") String password) {
    return new OwnersDatabase(url, new Login(owner, password));
  }

  @Bean
  FlywayMigrationStrategy update(
      OwnersDatabase database, Today today, @Value("${nenmong.data}") Path folder) {
    return flyway -> {
      refuseNewer(flyway);
      MigrationInfo current = flyway.info().current();
      if (current == null || flyway.info().pending().length == 0) {
        flyway.migrate();
      } else {
        Path before = folder.resolve("before-update-" + current.getVersion() + ".nenmong");
        WriteArchive.run(database, before, database.owner().password(), today.now(), null);
        update(flyway, before);
      }
    };
  }

  /// An older program does not work on what a newer one has changed: it would not know how.
  private static void refuseNewer(Flyway flyway) {
    for (MigrationInfo applied : flyway.info().applied()) {
      if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new Refused("database.newer", applied.getVersion());
      }
    }
  }

  private static void update(Flyway flyway, Path before) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      LoggerFactory.getLogger(UpdateConfiguration.class).error("The update failed", e);
      throw new Refused("database.updateFailed", before);
    }
  }
}
