package vn.nenmong.archive;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Which rows of each table are a commune's, and how they are written so that they can stand under
/// any province or none.
final class CommuneRows {

  /// What is of the installation, its accounts or the program, and stays where it is.
  static final Set<String> OF_ALL =
      Set.of(
          "account",
          "access_grant",
          "account_invitation",
          "account_visit",
          "backup_run",
          "device",
          "list_mapping",
          "recovery_code",
          "saved_view",
          "second_factor",
          "setting",
          "taken_in");

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

  private static final Map<String, String> ALONE =
      Map.of(
          "organization_period.parent_id",
          "case when organization_id <> commune_id then parent_id end",
          "organization_period.path",
          "subpath(path, index(path, replace(commune_id::text, '-', '')::ltree))");

  private CommuneRows() {}

  /// The condition of a table's rows.
  static String of(UUID commune, String table) {
    return BY_OTHERS.getOrDefault(table, "commune_id = X").replace("= X", "= '" + commune + "'");
  }

  /// A column as it is when nothing stands above the commune.
  static String alone(String table, String column) {
    return ALONE.getOrDefault(table + "." + column, column);
  }
}
