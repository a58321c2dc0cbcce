package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.Period;

/// The organizations and villages of the commune as the file leaves them, by what rows call them.
final class Places {

  /// @param parent the organization above it, or null for the root
  record Organization(
      UUID id, String code, String name, String kind, Period life, @Nullable UUID parent) {

    boolean isCell() {
      return kind.endsWith("cell");
    }
  }

  record Village(UUID id, String code, String name, @Nullable UUID cell, Period life) {}

  private final Map<String, Organization> organizations = new LinkedHashMap<>();
  private final Map<UUID, Organization> byId = new HashMap<>();
  private final Map<String, List<Village>> villagesByName = new HashMap<>();
  private final Map<String, Village> villagesByCode = new HashMap<>();
  private final Map<UUID, Village> villagesById = new HashMap<>();

  void add(Organization organization) {
    organizations.put(key(organization.code()), organization);
    byId.put(organization.id(), organization);
  }

  void add(Village village) {
    villagesByName.computeIfAbsent(villageKey(village.name()), k -> new ArrayList<>()).add(village);
    villagesByCode.put(key(village.code()), village);
    villagesById.put(village.id(), village);
  }

  /// By its code, written `CB01` or, with its commune, `NATONG/CB01`.
  @Nullable Organization organization(String code) {
    Organization found = organizations.get(key(code));
    int slash = code.lastIndexOf('/');
    return found != null || slash < 0 ? found : organizations.get(key(code.substring(slash + 1)));
  }

  @Nullable Organization organization(UUID id) {
    return byId.get(id);
  }

  Collection<Organization> organizations() {
    return organizations.values();
  }

  /// The villages that a text may mean, by name or code: none, one, or more than one of that name.
  List<Village> villages(String text) {
    List<Village> named = villagesByName.get(villageKey(text));
    if (named != null) {
      return named;
    }
    Village coded = villagesByCode.get(key(text));
    return coded == null ? List.of() : List.of(coded);
  }

  boolean hasVillages() {
    return !villagesById.isEmpty();
  }

  @Nullable Village village(UUID id) {
    return villagesById.get(id);
  }

  String villageName(@Nullable UUID id) {
    Village village = id == null ? null : villagesById.get(id);
    return village == null ? "" : village.name();
  }

  String code(@Nullable UUID organization) {
    Organization found = organization == null ? null : byId.get(organization);
    return found == null ? "" : found.code();
  }

  /// Whether an organization is another or below it.
  boolean isWithin(UUID organization, UUID top) {
    UUID at = organization;
    for (int depth = 0; at != null && depth < 10; depth++) {
      if (at.equals(top)) {
        return true;
      }
      Organization found = byId.get(at);
      at = found == null ? null : found.parent();
    }
    return false;
  }

  private static String key(String code) {
    return NameKey.of(code);
  }

  /// Offices write `Pá Kín 1`, `bản Pá Kín 1` and `thôn Pá Kín 1`.
  private static String villageKey(String name) {
    String key = NameKey.of(name);
    for (String word : List.of(NameKey.of("bản") + " ", NameKey.of("thôn") + " ")) {
      if (key.startsWith(word) && key.length() > word.length()) {
        return key.substring(word.length());
      }
    }
    return key;
  }
}
