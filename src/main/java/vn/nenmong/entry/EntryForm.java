package vn.nenmong.entry;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;

/// How the records of one register are entered. Each method runs in the transaction of the deed,
/// alone in its commune, and may throw [Rejected].
public interface EntryForm {

  /// Its name in addresses and the audit trail, such as `resolutions`.
  String register();

  /// Message key of what one record is called.
  String title();

  /// Address of the page that lists it.
  String page();

  /// What it offers to do.
  default Set<Deed> deeds() {
    Set<Deed> deeds = EnumSet.of(Deed.ADD, Deed.CORRECT, Deed.REMOVE);
    if (this instanceof ChangingForm) {
      deeds.add(Deed.CHANGE);
    }
    if (this instanceof EndingForm) {
      deeds.add(Deed.END);
    }
    return deeds;
  }

  /// @param on the day for which units and people are offered
  List<Field> fields(Viewer viewer, LocalDate on);

  /// The record, if it is in the scope.
  Optional<Kept> find(Scope scope, UUID id);

  /// The commune that a new record is for.
  UUID commune(Scope scope, Values values);

  /// Refuses, at a field, what can't be so whoever enters it, before it is added or corrected.
  default void check(Scope scope, Values values) {}

  /// @return the id of the new record
  UUID add(Viewer viewer, UUID commune, Values values);

  /// It was never otherwise.
  void correct(UUID id, Values values);

  /// Whether a deed asks for a field.
  default boolean asks(Deed deed, Field field) {
    return true;
  }

  /// It never was.
  void remove(UUID id);
}
