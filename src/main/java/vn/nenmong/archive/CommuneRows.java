package vn.nenmong.archive;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which rows of each table are a commune's, and how they are written so that they can stand under
/// any province or none.
final class CommuneRows {

  /// What stays where it is, and why.
  static final Map<String, String> OF_ALL =
      Map.ofEntries(
          Map.entry("account", "who may work in this installation"),
          Map.entry("access_grant", "who may work in this installation"),
          Map.entry("account_invitation", "who may work in this installation"),
          Map.entry("account_visit", "an account's own"),
          Map.entry("api_token", "who may ask this installation"),
          Map.entry("backup_run", "backups of this installation"),
          Map.entry("calendar_address", "an account's own"),
          Map.entry("device", "an account's own"),
          Map.entry("ended_device", "phones of this installation"),
          Map.entry("list_mapping", "learned by this installation from any list"),
          Map.entry("recovery_code", "an account's own"),
          Map.entry("saved_view", "an account's own"),
          Map.entry("second_factor", "an account's own"),
          Map.entry("setting", "of this installation"),
          Map.entry("taken_in", "what this installation took in"));

  /// Tables that say by what they refer to whose their rows are: `X` stands for the commune.
  static final Map<String, String> BY_OTHERS =
      Map.of(
          "economic_model_year",
          "model_id in (select id from economic_model where commune_id = X)",
          "mass_organization_year",
          "mass_organization_id in (select id from mass_organization where commune_id = X)",
          "indicator_year",
          "indicator_id in (select id from indicator where commune_id = X)",
          "undone_change",
          "change in (select change from row_change where commune_id = X)",
          "person_key",
          """
          (person_id in (select id from person where commune_id = X)
            or person_id in (select person_id from row_change where commune_id = X)
            or also_of in (select id from person where commune_id = X))\
          """,
          "audit_seal",
          "chain = X",
          "rule_value",
          "unit_id = X",
          "holiday",
          "unit_id = X",
          "holiday_year",
          "unit_id = X");

  /// What the body above a commune writes of it without touching its registers. What is written of
  /// these where a commune was taken in stays when it is taken in anew.
  static final Set<String> OF_ABOVE =
      Set.of(
          "doubt_excuse",
          "health_setting",
          "holiday",
          "holiday_year",
          "rule_value",
          "year_closing");

  /// The trail, whose rows are told apart by their numbers, and the keys to it.
  static final Set<String> OF_TRAIL =
      Set.of("audit_line", "audit_seal", "person_key", "row_change", "undone_change");

  /// Rows of the trail that an archive brought the last time, or brings now.
  private static final Map<String, String> BROUGHT =
      Map.of(
          "audit_line",
          """
          commune_id = X and (change in (select change from sent_change) or exists (
            select from taken_in t
            where t.commune_id = X and audit_line.id between t.first_line and t.last_line))\
          """,
          "row_change",
          """
          commune_id = X and (change in (select change from sent_change) or exists (
            select from taken_in t
            where t.commune_id = X and row_change.id between t.first_change and t.last_change))\
          """);

  private static final Map<String, String> ALONE =
      Map.of(
          "organization_period.parent_id",
          "case when organization_id <> commune_id then parent_id end",
          "organization_period.path",
          "subpath(path, index(path, replace(commune_id::text, '-', '')::ltree))");

  private CommuneRows() {}

  /// The condition of a table's rows.
  ///
  /// @param commune whose, or null for all
  static String of(@Nullable UUID commune, String table) {
    return commune == null ? "true" : of(commune, BY_OTHERS, table);
  }

  /// The condition of those of a table's rows that go when the next archive comes, of which
  /// `sent_change` has the changes.
  static String brought(UUID commune, String table) {
    if (table.equals("undone_change")) {
      return "change in (select change from row_change where "
          + of(commune, BROUGHT, "row_change")
          + ")";
    }
    return BROUGHT.containsKey(table) ? of(commune, BROUGHT, table) : of(commune, table);
  }

  private static String of(UUID commune, Map<String, String> conditions, String table) {
    return conditions.getOrDefault(table, "commune_id = X").replace("= X", "= '" + commune + "'");
  }

  /// A column as it is when nothing stands above the commune.
  static String alone(String table, String column) {
    return ALONE.getOrDefault(table + "." + column, column);
  }
}
