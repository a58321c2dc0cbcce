package vn.nenmong.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/// Sessions in the database: two requests of one session may write the same attribute at once, be
/// it at two servers, and the later one holds.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterAttributeHolds() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
