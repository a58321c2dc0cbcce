package vn.nenmong.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// Word files for tests, made and read with POI: a second program that must understand what ours
/// writes.
public final class WordFile {

  private WordFile() {}

  static byte[] of(Consumer<XWPFDocument> content) {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      content.accept(document);
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One paragraph each.
  public static byte[] of(String... paragraphs) {
    return of(document -> {
      for (String text : paragraphs) {
        document.createParagraph().createRun().setText(text);
      }
    });
  }

  /// A table of these rows of cells.
  static byte[] table(List<List<String>> rows) {
    return of(document -> {
      XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          table.getRow(r).getCell(c).setText(rows.get(r).get(c));
        }
      }
    });
  }

  public static XWPFDocument open(byte[] file) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<String> paragraphs(byte[] file) {
    return open(file).getParagraphs().stream().map(XWPFParagraph::getText).toList();
  }

  public static List<List<String>> rows(byte[] file, int table) {
    return open(file).getTables().get(table).getRows().stream()
        .map(row -> row.getTableCells().stream().map(cell -> cell.getText()).toList())
        .toList();
  }

  /// Everything that is in the paper, tables too.
  public static String text(byte[] file) {
    XWPFDocument document = open(file);
    return document.getBodyElements().stream()
        .map(element ->
            switch (element) {
              case XWPFParagraph paragraph -> paragraph.getText();
              case XWPFTable table -> table.getText();
              default -> "";
            })
        .collect(Collectors.joining("\n"));
  }

  /// The file with one of its parts changed.
  static byte[] change(byte[] file, String part, UnaryOperator<String> change) {
    Map<String, byte[]> parts = parts(file);
    String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    parts.put(part, change.apply(before).getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  public static String part(byte[] file, String name) {
    return new String(parts(file).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
