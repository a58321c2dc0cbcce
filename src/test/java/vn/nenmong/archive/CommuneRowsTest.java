package vn.nenmong.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nenmong.TestDatabase;

/// Every table is either of communes, in a way that is said, or of the installation.
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
          Stream.of(byCommune, CommuneRows.OF_ALL, CommuneRows.BY_OTHERS.keySet())
              .flatMap(tables -> tables.stream())
              .collect(Collectors.toSet());
      assertThat(Schema.tables(owner)).extracting(Contents.Table::name).isSubsetOf(said);
    }
  }
}
