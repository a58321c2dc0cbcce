package vn.nenmong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.ImportFile;

/// What the database itself shows to the role of the program, whatever a query asks for: here with
/// an administrator's own tool at the address that `./nenmong database` prints.
@SpringBootTest(properties = {"nenmong.demo=true", "nenmong.working-day=2016-12-31"})
class RowSecurityTest {

  /// Names of accounts, their roles and sessions: asked before it is known who is at work; and what
  /// tells of nobody. No member, candidate or villager is in them.
  private static final Set<String> OF_THE_PROGRAM =
      Set.of(
          "account",
          "access_grant",
          "api_token",
          "calendar_address",
          "spring_session",
          "spring_session_attributes",
          "list_mapping",
          "setting",
          "undone_change",
          "audit_sealed",
          "backup_run");

  /// Nothing of these is open to the role of the program.
  private static final Set<String> CLOSED =
      Set.of("person_key", "sign_in_failure", "ended_device", "flyway_schema_history");

  /// What the program brings of these is everyone's.
  private static final Set<String> RULES = Set.of("rule_value", "holiday", "holiday_year");

  /// What an account keeps for itself.
  private static final List<String> OF_ACCOUNTS =
      List.of("account_invitation", "second_factor", "recovery_code", "device");

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static boolean filled;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @Autowired private ImportFile imports;

  @BeforeEach
  void fill() {
    if (!filled) {
      TwoCommunes.load(DATABASE, imports);
      filled = true;
    }
  }

  @Test
  void everyTableButThoseOfTheProgramIsFenced() throws SQLException {
    assertThat(
            owner(
                """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                  and not relrowsecurity
                """))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(OF_THE_PROGRAM.stream(), CLOSED.stream()).toList());
  }

  @Test
  void theProgramsRoleIsBoundByIt() throws SQLException {
    assertThat(
            owner(
                """
                select rolname from pg_roles
                where rolname = '%s' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """
                    .formatted(DATABASE.app().user())))
        .isEmpty();
    assertThat(
            owner(
                """
                select relname from pg_class where pg_get_userbyid(relowner) = '%1$s'
                union all select r.rolname from pg_auth_members m
                  join pg_roles r on r.oid = m.roleid where m.member = '%1$s'::regrole
                """
                    .formatted(DATABASE.app().user())))
        .isEmpty();
  }

  @Test
  void withoutASettingEveryTableIsEmpty() throws SQLException {
    try (Connection app = app(null)) {
      for (String table : fenced()) {
        String own = RULES.contains(table) ? " where unit_id is not null" : "";
        assertThat(rows(app, "select 1 from " + table + own)).as(table).isEmpty();
      }
    }
  }

  @Test
  void keysAndFailedSignInsAreClosedToTheProgram() throws SQLException {
    try (Connection app = app(commune("NATONG"))) {
      for (String table : CLOSED) {
        assertThatExceptionOfType(SQLException.class)
            .as(table)
            .isThrownBy(() -> rows(app, "select 1 from " + table))
            .withMessageContaining("permission denied");
      }
    }
  }

  @Test
  void whatAnAccountKeepsIsReadByItselfAndWhereItWorksAlone() throws SQLException {
    String accounts = "(select id from account where username in ('rs-mot', 'rs-hai', 'rs-tren'))";
    owner(
        """
        with made as (
          insert into account (username, display_name, password_hash, created_at)
          select name, name, 'x', now() from unnest(array['rs-mot', 'rs-hai', 'rs-tren']) name
          returning id, username)
        insert into access_grant (account_id, role, path, valid)
        select m.id, 'clerk', coalesce(op.path, ''), '[2016-01-01,)'
        from made m
        left join organization o on o.id = o.commune_id
          and (m.username = 'rs-mot' and o.code = 'NATONG'
            or m.username = 'rs-hai' and o.code <> 'NATONG')
        left join organization_period op on op.organization_id = o.id
        returning id
        """);
    owner(
        """
        with invited as (
          insert into account_invitation select id, 'x', now(), 'x' from account a where id in %1$s),
        second as (insert into second_factor select id, 'x' from account where id in %1$s),
        codes as (insert into recovery_code select id, 'x' from account where id in %1$s)
        insert into device
          (id, account_id, token_digest, pin_hash, name, since, last_used, good_until)
        select uuidv7(), id, 'x', 'x', 'x', now(), now(), now() from account where id in %1$s
        returning id
        """
            .formatted(accounts));
    for (String table : OF_ACCOUNTS) {
      String names =
          "select username from %s t join account a on a.id = t.account_id where a.id in %s"
              .formatted(table, accounts);
      try (Connection app = app(commune("NATONG"))) {
        assertThat(rows(app, names)).as(table).containsExactly("rs-mot");
        try (Statement sql = app.createStatement()) {
          assertThat(
                  sql.executeUpdate(
                      "delete from %s where account_id in %s"
                          .formatted(table, "(select id from account where username = 'rs-hai')")))
              .isZero();
          sql.execute("set nenmong.account = 'rs-tren'");
        }
        assertThat(rows(app, names)).as(table).containsExactlyInAnyOrder("rs-mot", "rs-tren");
      }
    }
  }

  @Test
  void aCommuneSeesItsOwnRowsAndNoneOfTheOther() throws SQLException {
    UUID other = commune(TwoCommunes.OTHER);
    try (Connection app = app(commune("NATONG"))) {
      for (String table : withCommune()) {
        String ofOther = " from %s where commune_id = '%s'".formatted(table, other);
        assertThat(rows(app, "select 1" + ofOther)).as(table).isEmpty();
        assertThat(rows(app, "select 1 from " + table))
            .as(table)
            .hasSameSizeAs(
                owner(
                    "select 1 from %s where commune_id = '%s'"
                        .formatted(table, commune("NATONG"))));
      }
      assertThat(
              rows(
                  app,
                  """
                  select 1 from member_state s join person p on p.id = s.person_id
                  where p.name like '%%%s'
                  """
                      .formatted(TwoCommunes.MARK)))
          .isEmpty();
    }
    for (String table : List.of("person", "member_state", "meeting", "member_review", "charge")) {
      assertThat(owner("select 1 from %s where commune_id = '%s'".formatted(table, other)))
          .as(table)
          .isNotEmpty();
    }
  }

  @Test
  void aCommuneChangesAndRemovesNoRowOfTheOther() throws SQLException {
    UUID other = commune(TwoCommunes.OTHER);
    try (Connection app = app(commune("NATONG"));
        Statement sql = app.createStatement()) {
      for (String table : withCommune()) {
        if (table.equals("audit_line") || table.equals("row_change")) {
          continue;
        }
        String where = " where commune_id = '" + other + "'";
        assertThat(sql.executeUpdate("update " + table + " set commune_id = commune_id" + where))
            .as(table)
            .isZero();
        assertThat(sql.executeUpdate("delete from " + table + where)).as(table).isZero();
      }
    }
  }

  @Test
  void aCommunePutsNoRowIntoTheOther() throws SQLException {
    UUID own = commune("NATONG");
    UUID other = commune(TwoCommunes.OTHER);
    List<String> tried = new ArrayList<>();
    try (Connection app = app(own);
        Statement sql = app.createStatement()) {
      for (String table : withCommune()) {
        List<String> rows =
            owner(
                "select to_jsonb(t) from %s t where commune_id = '%s' limit 1"
                    .formatted(table, other));
        if (rows.isEmpty() || table.equals("audit_line") || table.equals("row_change")) {
          continue;
        }
        String columns =
            String.join(
                ", ",
                owner(
                    """
                    select quote_ident(attname) from pg_attribute
                    where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                      and attgenerated = '' and attidentity = ''
                    """
                        .formatted(table)));
        assertThatExceptionOfType(SQLException.class)
            .as(table)
            .isThrownBy(() ->
                sql.executeUpdate(
                    "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, '%3$s')"
                        .formatted(table, columns, rows.getFirst().replace("'", "''"))))
            .withMessageContaining("row-level security");
        tried.add(table);
      }
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () -> sql.executeUpdate("update person set commune_id = '%s'".formatted(other)))
          .withMessageContaining("row-level security");
    }
    assertThat(tried).contains("person", "membership", "member_state", "meeting", "resolution");
  }

  @Test
  void whatAChangeDidIsWrittenByTheDatabaseAlone() throws SQLException {
    try (Connection app = app(commune("NATONG"));
        Statement sql = app.createStatement()) {
      for (String forbidden :
          List.of(
              "insert into row_change (change, register, key) values (uuidv7(), 'person', '{}')",
              "update row_change set after = null",
              "delete from row_change",
              "update audit_line set account = 'x'",
              "delete from audit_line")) {
        assertThatExceptionOfType(SQLException.class)
            .isThrownBy(() -> sql.executeUpdate(forbidden))
            .withMessageContaining("permission denied");
      }
      assertThat(rows(app, "select 1 from row_change")).isNotEmpty();
      assertThat(
              rows(
                  app,
                  "select 1 from row_change where after::text like '%" + TwoCommunes.MARK + "%'"))
          .isEmpty();
    }
  }

  private static List<String> fenced() throws SQLException {
    return owner(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1");
  }

  private static List<String> withCommune() throws SQLException {
    return owner(
        """
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1
        """);
  }

  private static UUID commune(String code) throws SQLException {
    return UUID.fromString(
        owner("select id from organization where id = commune_id and code = '" + code + "'")
            .getFirst());
  }

  /// The program's role, with the setting of a commune or without one.
  private static Connection app(@Nullable UUID commune) throws SQLException {
    Connection app =
        DriverManager.getConnection(
            DATABASE.url(), DATABASE.app().user(), DATABASE.app().password());
    if (commune != null) {
      try (Statement sql = app.createStatement()) {
        sql.execute("set nenmong.communes = '" + commune + "'");
        sql.execute("set nenmong.account = 'someone'");
      }
    }
    return app;
  }

  private static List<String> owner(String query) throws SQLException {
    try (Connection owner =
        DriverManager.getConnection(
            DATABASE.url(), DATABASE.owner().user(), DATABASE.owner().password())) {
      return rows(owner, query);
    }
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      List<String> first = new ArrayList<>();
      while (rows.next()) {
        first.add(rows.getString(1));
      }
      return first;
    }
  }
}
