package vn.nenmong.kernel.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.PriorityOrdered;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @Lazy
  DataFolder dataFolder(@Value("${nenmong.data}") Path path) {
    return DataFolder.open(path);
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
