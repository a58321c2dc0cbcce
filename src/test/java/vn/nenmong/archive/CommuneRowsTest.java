package vn.nenmong.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestDatabase;

/// Every table is in the archive, or said to be left out; and either of communes, in a way that is
/// said, or of the installation.
class CommuneRowsTest {

  @Test
  void ofEveryTableItIsSaidWhoseItsRowsAre() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (var owner = WriteArchive.owner(database)) {
      List<String> byCommune =
          Schema.list(
              owner,
              """
              select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
              where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                and a.attname = 'commune_id'
              """);
      Set<String> said =
          Stream.of(byCommune, CommuneRows.OF_ALL.keySet(), CommuneRows.BY_OTHERS.keySet())
              .flatMap(tables -> tables.stream())
              .collect(Collectors.toSet());
      assertThat(Schema.tables(owner)).extracting(Contents.Table::name).isSubsetOf(said);
    }
  }

  @Test
  void everyTableIsInAWholeArchiveOrLeftOutForAReason() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (var owner = WriteArchive.owner(database)) {
      List<String> all =
          Schema.list(
              owner, "select tablename from pg_tables where schemaname = 'public' order by 1");
      List<String> carried = Schema.tables(owner).stream().map(Contents.Table::name).toList();
      assertThat(Stream.concat(carried.stream(), Schema.LEFT_OUT.keySet().stream()))
          .containsExactlyInAnyOrderElementsOf(all);
    }
  }

  /// By it they are written in an order that is the same in every database.
  @Test
  void everyTableHasAKeyThatIsNeverNull() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (var owner = WriteArchive.owner(database)) {
      for (Contents.Table table : Schema.tables(owner)) {
        assertThat(Schema.key(owner, table.name())).as(table.name()).isNotNull();
      }
    }
  }
}
