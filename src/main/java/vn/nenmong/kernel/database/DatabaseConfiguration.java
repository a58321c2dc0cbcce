package vn.nenmong.kernel.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @Lazy
  DataFolder dataFolder(@Value("${nenmong.data}") Path path) {
    return DataFolder.open(path);
  }
}
