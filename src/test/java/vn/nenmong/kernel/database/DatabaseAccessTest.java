package vn.nenmong.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestDatabase;

class DatabaseAccessTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private final JdbcClient jdbc = DATABASE.jdbc();

  @ParameterizedTest
  @ValueSource(strings = {Roles.SUPERUSER, Roles.OWNER, Roles.APP})
  void nobodyGetsInWithoutThePassword(String role) {
    for (String password : List.of("", "wrong")) {
      var refused =
          assertThrows(
              SQLException.class,
              () -> DriverManager.getConnection(DATABASE.url(), role, password).close());
      assertTrue(List.of("28P01", "08004").contains(refused.getSQLState()), refused.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
  void whatIsCommittedStays(String setting) {
    assertEquals("on", setting(setting));
  }

  @Test
  void listensOnlyToThisMachine() {
    assertEquals("127.0.0.1", setting("listen_addresses"));
  }

  private String setting(String name) {
    return jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table mine (id int)",
        "drop table setting",
        "alter table setting disable trigger all",
        "truncate setting",
        "select * from flyway_schema_history",
        "delete from audit_line",
        "update audit_line set action = action",
        "set role nenmong_owner",
        "create extension hstore"
      })
  void theProgramAtWorkMayNot(String statement) {
    assertThrows(DataAccessException.class, () -> jdbc.sql(statement).query().listOfRows());
  }

  @Test
  void theProgramAtWorkReadsAndWritesRows() {
    jdbc.sql("insert into setting values ('a', '1')").update();
    jdbc.sql("update setting set value = '2'").update();
    assertEquals(1, jdbc.sql("delete from setting where value = '2'").update());
  }

  @Test
  void theProgramAtWorkOwnsNothing() {
    assertEquals(
        0,
        jdbc.sql("select count(*) from pg_class where relowner = current_user::regrole")
            .query(Integer.class)
            .single());
  }

  @Test
  void vietnameseTextsSortAndFold() {
    assertEquals(
        "An Ánh Ân Dung Đạt",
        jdbc.sql(
                """
                select string_agg(name, ' ' order by name collate vi)
                from unnest(array['Đạt', 'Ân', 'Dung', 'Ánh', 'An']) name
                """)
            .query(String.class)
            .single());
    assertEquals(
        "dang thi anh", jdbc.sql("select fold('ĐẶNG Thị Ánh')").query(String.class).single());
  }
}
