package vn.nenmong.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.TestDatabase;

class RememberedTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String NEW_ORGANIZATION =
      """
      insert into organization (id, commune_id, code, life)
      select fresh, commune.id, fresh::text, '[2013-07-01,)'
      from uuidv7() fresh
      cross join (select id from organization where id = commune_id) commune
      """;

  private final JdbcClient jdbc = DATABASE.jdbc();
  private final Remembered remembered = new Remembered(new RegisterVersionRepository(jdbc));
  private final AtomicInteger workedOut = new AtomicInteger();

  @BeforeAll
  static void found() {
    DATABASE
        .ownerJdbc()
        .sql(
            """
            insert into organization (id, commune_id, code, life)
            select id, id, 'XA', '[2013-07-01,)' from uuidv7() id
            """)
        .update();
  }

  private int organizations() {
    return remembered.answer(
        "how many",
        () -> {
          workedOut.incrementAndGet();
          return jdbc.sql("select count(*) from organization").query(Integer.class).single();
        });
  }

  @Test
  void anAnswerIsWorkedOutOnceUntilARegisterChanges() {
    int before = organizations();
    assertThat(organizations()).isEqualTo(before);
    assertThat(workedOut).hasValue(1);
    jdbc.sql(NEW_ORGANIZATION).update();
    assertThat(organizations()).isEqualTo(before + 1);
    assertThat(workedOut).hasValue(2);
  }

  @Test
  void ofSeveralQuestionsOnlyTheOpenAreWorkedOut() {
    assertThat(doubled(Set.of(1, 2))).isEqualTo(Map.of(1, 2, 2, 4));
    assertThat(doubled(Set.of(2, 3))).isEqualTo(Map.of(2, 4, 3, 6));
    assertThat(workedOut).hasValue(3);
    jdbc.sql(NEW_ORGANIZATION).update();
    assertThat(doubled(Set.of(1, 3))).isEqualTo(Map.of(1, 2, 3, 6));
    assertThat(workedOut).hasValue(5);
  }

  private Map<Integer, Integer> doubled(Set<Integer> numbers) {
    return remembered.answers(
        numbers,
        open -> {
          workedOut.addAndGet(open.size());
          return open.stream().collect(Collectors.toMap(number -> number, number -> 2 * number));
        });
  }

  @Test
  void nothingIsRememberedWhileARegisterIsChanged() throws SQLException {
    int before = organizations();
    try (Connection writer = writer()) {
      change(writer);
      assertThat(organizations()).isEqualTo(before);
      assertThat(organizations()).isEqualTo(before);
      assertThat(workedOut).hasValue(3);
      writer.commit();
    }
    assertThat(organizations()).isEqualTo(before + 1);
  }

  @Test
  void aChangeThatIsSeenAfterALaterOneIsNotMissed() throws SQLException {
    int before = organizations();
    try (Connection first = writer();
        Connection second = writer()) {
      change(first);
      change(second);
      second.commit();
      assertThat(organizations()).isEqualTo(before + 1);
      first.commit();
    }
    assertThat(organizations()).isEqualTo(before + 2);
  }

  @Test
  void withinATransactionNobodyIsHeldUp() throws SQLException {
    var dataSource = DATABASE.dataSource(DATABASE.app());
    int before = organizations();
    new TransactionTemplate(new DataSourceTransactionManager(dataSource))
        .executeWithoutResult(status -> {
          assertThat(organizations()).isEqualTo(before);
          jdbc.sql(NEW_ORGANIZATION).update();
          assertThat(organizations()).isEqualTo(before + 1);
        });
  }

  private static Connection writer() throws SQLException {
    Connection connection = DATABASE.dataSource(DATABASE.app()).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void change(Connection writer) throws SQLException {
    try (Statement statement = writer.createStatement()) {
      statement.execute(NEW_ORGANIZATION);
    }
  }
}
