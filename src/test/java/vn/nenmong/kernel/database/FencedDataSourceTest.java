package vn.nenmong.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;

/// One connection, taken again and again.
class FencedDataSourceTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestCommune ONE = new TestCommune(DATABASE, "ONE");
  private static final TestCommune OTHER = new TestCommune(DATABASE, "OTHER");
  private static final Fence AROUND_ONE = Fence.around(List.of(ONE.root().id()), "one");
  private static final Fence AROUND_OTHER = Fence.around(List.of(OTHER.root().id()), "other");

  private final HikariDataSource pool = pool();
  private final JdbcClient jdbc = JdbcClient.create(new FencedDataSource(pool));

  private static HikariDataSource pool() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(DATABASE.url());
    pool.setUsername(DATABASE.app().user());
    pool.setPassword(DATABASE.app().password());
    pool.setMaximumPoolSize(1);
    return pool;
  }

  @AfterEach
  void close() {
    pool.close();
  }

  private List<UUID> seen() {
    return jdbc.sql("select commune_id from organization").query(UUID.class).list();
  }

  @Test
  void aConnectionShowsTheRowsOfWhoeverTookItLast() {
    for (int time = 0; time < 2; time++) {
      assertThat(AROUND_ONE.call(this::seen)).containsOnly(ONE.root().id());
      assertThat(AROUND_ONE.call(this::seen)).containsOnly(ONE.root().id());
      assertThat(AROUND_OTHER.call(this::seen)).containsOnly(OTHER.root().id());
      assertThat(seen()).isEmpty();
    }
  }

  @Test
  void everyCommuneIsAlsoTheOneThatCameLater() {
    Fence everything = Fence.aroundEverything("all");
    assertThat(everything.call(this::seen)).contains(ONE.root().id(), OTHER.root().id());
    UUID later = new TestCommune(DATABASE, "LATER").root().id();
    assertThat(everything.call(this::seen)).contains(later);
  }

  @Test
  void whatWasToldInATransactionIsToldAgainWhereThatWasRolledBack() {
    pool.setAutoCommit(false);
    assertThat(AROUND_ONE.call(this::seen)).containsOnly(ONE.root().id());
    assertThat(AROUND_ONE.call(this::seen)).containsOnly(ONE.root().id());
  }
}
