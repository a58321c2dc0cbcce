package vn.nenmong.access;

import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.ImportFile;
import vn.nenmong.workbook.intake.Office;

/// The demo's commune, and another with the same codes beside it, whose every name is marked.
public final class TwoCommunes {

  /// In every name of the other commune, and in none of the first.
  static final String MARK = "Xyzq";

  static final String OTHER = "MUONGNHA";

  private TwoCommunes() {}

  static void load(TestDatabase database, ImportFile imports) {
    if (count(database, "NATONG") == 0) {
      imports.loadDemo();
    }
    imports.run(Viewer.COMMAND_LINE, other(), "khac.xlsx", ImportFile.Wish.PLAIN);
    JdbcClient sql = database.ownerJdbc();
    for (String table : List.of("person", "organization_period", "village_period", "course")) {
      sql.sql(
              "update %s set name = name || ' %s' where commune_id = (select id from organization where code = '%s')"
                  .formatted(table, MARK, OTHER))
          .update();
    }
  }

  /// A workbook of the other commune.
  public static Path other() {
    Office office =
        new Office()
            .put("Tổ chức", 6, "Mã", OTHER)
            .put("Tổ chức", 6, "Tên tổ chức đảng", "Đảng bộ xã Mường Nhà");
    for (int row = 7; row <= 23; row++) {
      office.put("Tổ chức", row, "Trực thuộc", OTHER);
    }
    for (int row = 6; row <= 18; row++) {
      office.put("Chức vụ", row, "Mã tổ chức", OTHER);
    }
    for (int row = 6; row <= 11; row++) {
      office.put("Nghị quyết", row, "Mã tổ chức", OTHER);
    }
    for (int row = 6; row <= 8; row++) {
      office.put("Quán triệt", row, "Mã tổ chức", OTHER);
    }
    return office.save();
  }

  private static int count(TestDatabase database, String code) {
    return database
        .ownerJdbc()
        .sql("select count(*) from organization where code = :code")
        .param("code", code)
        .query(Integer.class)
        .single();
  }

  /// Path in the tree of the organization of a commune that has a code.
  public static String path(TestDatabase database, String commune, String code) {
    return database
        .ownerJdbc()
        .sql(
            """
            select op.path::text from organization o
            join organization c on c.id = o.commune_id
            join organization_period op on op.organization_id = o.id
            where c.code = :commune and o.code = :code
            """)
        .param("commune", commune)
        .param("code", code)
        .query(String.class)
        .single();
  }
}
