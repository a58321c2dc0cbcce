package vn.nenmong.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an archive says of itself, before its tables.
///
/// @param schema version of the schema that the tables are of
/// @param moment as of which they are
/// @param commune whose they are alone, or null for all
record Contents(String schema, Instant moment, @Nullable UUID commune, List<Table> tables) {

  Contents {
    if (!schema.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("no version of the schema: " + schema);
    }
    tables = List.copyOf(tables);
  }

  /// @param columns that are kept; what the database works out itself is not
  record Table(String name, List<String> columns) {

    Table {
      columns = List.copyOf(columns);
    }
  }

  /// What was written of a table: told after all of them.
  ///
  /// @param sha256 of its rows, in the order of their key
  record Written(String name, long rows, String sha256) {}

  /// The last entry of an archive: one that lacks it was cut.
  record Seal(List<Written> tables) {

    Seal {
      tables = List.copyOf(tables);
    }
  }
}
