package vn.nenmong.kernel.memory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class RegisterVersionRepository {

  static final String VERSION = "select register_version()";

  private final JdbcClient jdbc;

  public RegisterVersionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A number that differs after every change of a register, or null while one is being made.
  @Nullable Long version() {
    return jdbc.sql(VERSION).query(Long.class).optional().orElse(null);
  }
}
