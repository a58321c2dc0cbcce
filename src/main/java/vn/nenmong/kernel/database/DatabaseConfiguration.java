package vn.nenmong.kernel.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.PriorityOrdered;
import vn.nenmong.kernel.Refused;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @Lazy
  DataFolder dataFolder(@Value("${nenmong.data}") Path path) {
    return DataFolder.open(path);
  }

  /// An older program does not work on what a newer one has changed: it would not know how.
  @Bean
  FlywayMigrationStrategy migration() {
    return flyway -> {
      for (MigrationInfo applied : flyway.info().applied()) {
        if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
          throw new Refused("database.newer", applied.getVersion());
        }
      }
      flyway.migrate();
    };
  }

  /// No part of the program takes a connection past the fence.
  @Bean
  static FenceEveryPool fence() {
    return new FenceEveryPool();
  }

  static final class FenceEveryPool implements BeanPostProcessor, PriorityOrdered {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource pool ? new FencedDataSource(pool) : bean;
    }

    @Override
    public int getOrder() {
      return PriorityOrdered.HIGHEST_PRECEDENCE;
    }
  }
}
