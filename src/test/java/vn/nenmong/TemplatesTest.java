package vn.nenmong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every template has to keep.
class TemplatesTest {

  private static final Pattern STACKED =
      Pattern.compile("<table class=\"(?:[^\"]* )?stack\">(.*?)</table>", Pattern.DOTALL);

  private static final Pattern CELL = Pattern.compile("<td\\b(?![^>]* data-label=)[^>]*>");

  /// A phone shows each cell of such a table below the other, with its heading beside it.
  @Test
  void eachCellOfAStackedTableHasItsHeading() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> templates =
          files.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
      int tables = 0;
      for (Path template : templates) {
        for (MatchResult table : STACKED.matcher(Files.readString(template)).results().toList()) {
          tables++;
          assertThat(CELL.matcher(table.group(1)).results().map(MatchResult::group))
              .as(template.toString())
              .isEmpty();
        }
      }
      assertThat(tables).isGreaterThan(6);
    }
  }
}
