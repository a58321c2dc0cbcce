package vn.nenmong.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup;

class DatabaseCheckupsTest {

  private final TestDatabase database = TestDatabase.create();

  private Stream<String> findings() {
    var checkups = new DatabaseCheckups();
    var repository = new DatabaseCheckupRepository(database.jdbc());
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.dataSource(database.owner()))
            .placeholders(Map.of("app_role", database.app().user()))
            .load();
    return Stream.of(
            checkups.settingsCheckup(repository),
            checkups.rolesCheckup(repository),
            checkups.constraintsCheckup(repository),
            checkups.migrationsCheckup(flyway))
        .flatMap(checkup -> checkup.findings().stream())
        .map(Checkup.Finding::toString);
  }

  @Test
  void findNothingInADatabaseThatIsAsItShouldBe() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void findASettingThatRisksData() {
    String name = database.url().replaceFirst(".*/", "");
    database.ownerJdbc().sql("alter database " + name + " set synchronous_commit = off").update();
    assertThat(findings()).singleElement().asString().contains("synchronous_commit");
  }

  @Test
  void findRightsThatTheProgramShouldNotHave() {
    database.ownerJdbc().sql("grant create on schema public to nenmong_app").update();
    assertThat(findings()).singleElement().asString().contains("makes_tables");
  }

  @Test
  void findAConstraintThatIsNotHeld() {
    database
        .ownerJdbc()
        .sql("alter table setting add constraint short check (length(value) < 9) not valid")
        .update();
    assertThat(findings()).singleElement().asString().contains("setting.short");
  }

  @Test
  void findAMigrationThatWasChanged() {
    database
        .ownerJdbc()
        .sql("update flyway_schema_history set checksum = 1 where version = '001'")
        .update();
    assertThat(findings()).singleElement().asString().contains("V001__");
  }
}
