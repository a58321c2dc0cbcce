package vn.nenmong.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nenmong.access.Scope;

/// The people whom a form can name.
public interface People {

  /// @param label name with what tells namesakes apart
  record Known(UUID id, String name, String label) {}

  /// Those whose name holds the words, a few of them.
  List<Known> named(Scope scope, String words);

  Optional<Known> find(Scope scope, UUID id);
}
