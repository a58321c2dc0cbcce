package vn.nenmong.entry;

import java.util.Optional;
import java.util.UUID;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;

/// A form whose records are rows of one table.
public interface TableForm extends EntryForm {

  RowTable table();

  RowRepository rows();

  @Override
  default Optional<Kept> find(Scope scope, UUID id) {
    return rows().find(table(), scope, id);
  }

  @Override
  default UUID add(Viewer viewer, UUID commune, Values values) {
    return rows().insert(table(), commune, values);
  }

  @Override
  default void correct(UUID id, Values values) {
    rows().update(table(), id, values);
  }

  @Override
  default void remove(UUID id) {
    rows().delete(table(), id);
  }
}
