package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import vn.nenmong.kernel.Refused;

/// Tables written as text: values with separators between, or a page of the web under the name of
/// an Excel file.
final class TextFile implements GridFile {

  private static final long LARGEST = 10L * 1024 * 1024;
  private static final Charset VIETNAMESE = Charset.forName("windows-1258");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final Map<String, Grid> grids;

  private TextFile(Map<String, Grid> grids) {
    this.grids = grids;
  }

  static TextFile open(Path file, Limits limits) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new Refused("workbook.refused.tooLarge", LARGEST / (1024 * 1024));
    }
    byte[] bytes = Files.readAllBytes(file);
    String text = decode(bytes);
    if (text.chars().limit(4_000).anyMatch(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0)) {
      throw new Refused("workbook.refused.notExcel");
    }
    String start = text.substring(0, Math.min(4_000, text.length())).toLowerCase(Locale.ROOT);
    boolean page = start.contains("<html") || start.contains("<table");
    return new TextFile(page ? page(bytes, text, limits) : separated(text, limits));
  }

  /// By its mark; without one UTF-8 where it can be that, UTF-16 where every other byte is none,
  /// and otherwise the Vietnamese letters of Windows. Signs of letters older than those are left.
  private static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    int[] zeros = new int[2];
    for (int i = 0; i < Math.min(bytes.length, 4_000); i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > Math.min(bytes.length, 4_000) / 8) {
      return new String(
          bytes, zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String western = new String(bytes, WESTERN);
      return LegacyLetters.guess(western.lines().toList()) == null
          ? new String(bytes, VIETNAMESE)
          : western;
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Grid> separated(String text, Limits limits) throws IOException {
    List<Grid.Line> lines = new ArrayList<>();
    TextAllowance allowance = new TextAllowance(limits);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator(text))
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        Map<Integer, Cell> cells = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
          put(cells, i, record.get(i), allowance);
        }
        GridOfSheet.add(lines, (int) record.getRecordNumber(), false, cells, limits.rows());
      }
    } catch (java.io.UncheckedIOException | IllegalStateException e) {
      throw new Refused("workbook.refused.damaged");
    }
    return Map.of("1", new Grid("1", lines, List.of(), Set.of()));
  }

  /// The one that stands most often in the first lines.
  private static char separator(String text) {
    String start = text.substring(0, Math.min(20_000, text.length()));
    char best = ',';
    long most = 0;
    for (char c : new char[] {'\t', ';', ','}) {
      long count = start.chars().filter(found -> found == c).count();
      if (count > most) {
        most = count;
        best = c;
      }
    }
    return best;
  }

  private static Map<String, Grid> page(byte[] bytes, String text, Limits limits)
      throws IOException {
    var document =
        startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)
            ? Jsoup.parse(text)
            : Jsoup.parse(new java.io.ByteArrayInputStream(bytes), null, "");
    document.select("br").before("\n").remove();
    Map<String, Grid> grids = new java.util.LinkedHashMap<>();
    for (Element table : document.select("table")) {
      if (table.selectFirst("table table") == null) {
        Grid grid = table(String.valueOf(grids.size() + 1), table, limits);
        if (!grid.lines().isEmpty()) {
          grids.put(grid.name(), grid);
        }
      }
    }
    if (grids.isEmpty()) {
      throw new Refused("workbook.refused.html");
    }
    return grids;
  }

  private static Grid table(String name, Element table, Limits limits) {
    List<Grid.Line> lines = new ArrayList<>();
    List<Grid.Merge> merges = new ArrayList<>();
    Set<Long> covered = new HashSet<>();
    TextAllowance allowance = new TextAllowance(limits);
    int number = 0;
    for (Element row : table.select("tr")) {
      number++;
      int column = 0;
      Map<Integer, Cell> cells = new HashMap<>();
      for (Element cell : row.select("> td, > th")) {
        while (covered.contains(place(number, column))) {
          column++;
        }
        int down = span(cell.attr("rowspan"));
        int across = span(cell.attr("colspan"));
        if (down * across > 1) {
          merges.add(new Grid.Merge(number, number + down - 1, column, column + across - 1));
          for (int i = 0; i < down * across; i++) {
            covered.add(place(number + i / across, column + i % across));
          }
        }
        put(cells, column, cell.wholeText(), allowance);
        column += across;
      }
      GridOfSheet.add(lines, number, false, cells, limits.rows());
    }
    return new Grid(name, lines, merges, Set.of());
  }

  private static long place(int row, int column) {
    return (long) row * 100_000 + column;
  }

  private static int span(String attribute) {
    return attribute.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(attribute)) : 1;
  }

  private static void put(
      Map<Integer, Cell> cells, int column, String raw, TextAllowance allowance) {
    TextAllowance.refuseLonger(raw.length());
    String text = Form.AS_WRITTEN.clean(raw);
    if (!text.isEmpty()) {
      allowance.take(text);
      cells.put(column, Cell.text(text));
    }
  }

  @Override
  public List<String> sheets() {
    return List.copyOf(grids.keySet());
  }

  @Override
  public Grid grid(String sheet) {
    return java.util.Objects.requireNonNull(grids.get(sheet), sheet);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
