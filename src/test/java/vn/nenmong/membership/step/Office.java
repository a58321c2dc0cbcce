package vn.nenmong.membership.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.AuditFixture;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Changes;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.paper.PaperNumbersFixture;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.Way;
import vn.nenmong.rule.Rulebooks;

/// The steps of a commune's people as the program puts them together, on a database of its own.
final class Office {

  final TestDatabase database = TestDatabase.create();
  final TestCommune commune = new TestCommune(database, "NATONG");
  final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Pá Kín");
  final TestCommune.Unit other = commune.cell("CB02", "Chi bộ Huổi Chanh");
  final StepRepository steps;
  final TakeStep take;
  final TakeBackStep takeBack;
  final CorrectStep correct;
  final Ways ways;
  private final JdbcClient owner = database.ownerJdbc();

  Office(LocalDate today) {
    var dataSource = database.dataSource(database.app());
    JdbcClient jdbc = JdbcClient.create(dataSource);
    Today day = new Today(Clock.systemUTC(), today);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    var audit = AuditFixture.audit(jdbc, day);
    var changes = new Changes(jdbc);
    steps = new StepRepository(jdbc, day);
    take =
        new TakeStep(
            steps,
            new EffectRepository(jdbc),
            new Rulebooks(jdbc),
            PaperNumbersFixture.of(jdbc),
            changes,
            audit,
            transaction);
    takeBack = new TakeBackStep(steps, take, changes, audit, transaction);
    correct = new CorrectStep(take, takeBack, changes, transaction);
    ways = new Ways(steps, new Rulebooks(jdbc), day);
  }

  /// Somebody on the list of a cell.
  UUID candidate(String name, TestCommune.Unit cell, LocalDate since, @Nullable String born) {
    UUID person =
        owner
            .sql(
                """
                insert into person (commune_id, name, born) values (:commune, :name, :born)
                returning id
                """)
            .param("commune", commune.root().id())
            .param("name", name)
            .param("born", born)
            .query(UUID.class)
            .single();
    owner
        .sql(
            """
            insert into candidate (person_id, commune_id, cell_id, listed, status)
            values (:person, :commune, :cell, daterange(:since, null), 'listed')
            """)
        .param("person", person)
        .param("commune", commune.root().id())
        .param("cell", cell.id())
        .param("since", since)
        .update();
    return person;
  }

  /// Done by the owner of the tables without the triggers that would tell of it.
  void unseen(String sql) {
    owner.sql("alter table candidate disable trigger user").update();
    owner.sql(sql).update();
    owner.sql("alter table candidate enable trigger user").update();
  }

  TakeStep.Outcome take(UUID person, Step step) {
    return take.run(Viewer.COMMAND_LINE, person, step);
  }

  Way way(UUID person) {
    return ways.find(Viewer.COMMAND_LINE.scope(), person).orElseThrow().way();
  }

  Registered registers(UUID person) {
    return steps.registered(person);
  }

  /// What the steps alone make of it.
  Registered replayed(UUID person) {
    return Way.of(
            steps.all(person).stream()
                .filter(StepRepository.Kept::holds)
                .map(StepRepository.Kept::step)
                .toList())
        .registered();
  }

  <T> T one(String sql, Class<T> type, Object... values) {
    JdbcClient.StatementSpec statement = owner.sql(sql);
    for (Object value : values) {
      statement = statement.param(value);
    }
    return statement.query(type).single();
  }
}
