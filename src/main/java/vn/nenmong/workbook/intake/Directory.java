package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// Everyone whom a row may name, by name.
final class Directory {

  /// What someone is to the commune.
  enum Standing {
    /// In the file's list of members.
    MEMBER,
    /// A member whom the database knows and the file does not list.
    ABSENT_MEMBER,
    /// On the list of outstanding people.
    CANDIDATE,
    /// No member, kept for a post.
    OTHER
  }

  record Someone(
      UUID id,
      String name,
      Standing standing,
      @Nullable PartialDate born,
      @Nullable UUID cell,
      @Nullable UUID village) {

    boolean isMember() {
      return standing == Standing.MEMBER || standing == Standing.ABSENT_MEMBER;
    }
  }

  private final Map<String, List<Someone>> byName = new HashMap<>();
  private final Map<UUID, Someone> byId = new HashMap<>();
  private final Map<String, Integer> leftOut = new HashMap<>();

  void add(Someone someone) {
    byName.merge(NameKey.of(someone.name()), List.of(someone), Directory::joined);
    byId.put(someone.id(), someone);
  }

  private static List<Someone> joined(List<Someone> before, List<Someone> more) {
    List<Someone> result = new ArrayList<>(before);
    result.addAll(more);
    return result;
  }

  /// Remembers that a person is not there because their own row has a problem.
  void leaveOut(String name, int row) {
    leftOut.put(NameKey.of(name), row);
  }

  /// The row of the members' sheet that was left out and bears this name, or null.
  @Nullable Integer leftOutRow(String name) {
    return leftOut.get(NameKey.of(name));
  }

  List<Someone> named(String name, Standing standing) {
    return byName.getOrDefault(NameKey.of(name), List.of()).stream()
        .filter(someone -> someone.standing() == standing)
        .toList();
  }

  @Nullable Someone get(UUID id) {
    return byId.get(id);
  }

  String nameOf(@Nullable UUID id) {
    Someone someone = id == null ? null : byId.get(id);
    return someone == null ? "" : someone.name();
  }
}
