package vn.nenmong.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;

/// The register of processing: what personal data are worked on for what. The words of each stand
/// in the messages, below `privacy.processing.`.
public enum Processing {
  MEMBERS,
  CANDIDATES,
  POSTS,
  ACCOUNTS,
  TRAIL,
  FILES;

  private static final int WIDTH = 40;

  /// What is told of each.
  public static final List<String> ASPECTS =
      List.of("purpose", "data", "basis", "recipients", "kept");

  /// Message key of its name.
  public String key() {
    return "privacy.processing." + name().toLowerCase(Locale.ROOT);
  }

  static void send(Page page, HttpServletResponse response) throws IOException {
    List<Column<Processing>> columns = new ArrayList<>();
    columns.add(Column.text(page.t("privacy.processing.whose"), WIDTH, each -> page.t(each.key())));
    for (String aspect : ASPECTS) {
      columns.add(
          Column.text(
              page.t("privacy.processing." + aspect),
              WIDTH,
              each -> page.t(each.key() + "." + aspect)));
    }
    SheetResponse.send(
        response,
        "so-hoat-dong-xu-ly-du-lieu",
        new Sheet<>(page.t("privacy.processing"), List.of(page.t("privacy.processing")), columns),
        Stream.of(values()));
  }
}
