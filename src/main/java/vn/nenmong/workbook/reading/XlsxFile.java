package vn.nenmong.workbook.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import vn.nenmong.kernel.Refused;

/// An .xlsx file, read row by row so that its size does not matter. Whatever else a file may be is
/// refused by what it is.
final class XlsxFile implements AutoCloseable {

  private static final long LARGEST_PART = 1024L * 1024 * 1024;

  private final OPCPackage parts;
  private final XSSFReader reader;
  private final ReadOnlySharedStringsTable strings;
  private final StylesTable styles;
  private final boolean since1904;

  private XlsxFile(OPCPackage parts) throws IOException, OpenXML4JException, SAXException {
    this.parts = parts;
    this.reader = new XSSFReader(parts);
    this.strings = new ReadOnlySharedStringsTable(parts, false);
    this.styles = reader.getStylesTable();
    this.since1904 = countsFrom1904(reader);
  }

  /// @throws Refused where it is no .xlsx that can be read, with what it is instead
  static XlsxFile open(Path file, Limits limits) {
    try {
      if (Files.size(file) > limits.bytes()) {
        throw new Refused("workbook.refused.tooLarge", limits.bytes() / (1024 * 1024));
      }
      refuseOtherKinds(file);
      ZipSecureFile.setMaxEntrySize(LARGEST_PART);
      return new XlsxFile(OPCPackage.open(file.toFile(), PackageAccess.READ));
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
      throw refusal(e);
    }
  }

  /// POI tells of bombs, damage and forbidden XML only by the text of its exceptions.
  static Refused refusal(Exception e) {
    if (e instanceof Refused refused) {
      return refused;
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("zip bomb") || message.contains("zip entry size")) {
        return new Refused("workbook.refused.bomb");
      }
    }
    return new Refused("workbook.refused.damaged");
  }

  private static void refuseOtherKinds(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(512);
    }
    if (start.length == 0) {
      throw new Refused("workbook.refused.empty");
    }
    if (startsWith(start, 'P', 'K')) {
      return;
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new Refused(
          isEncrypted(file) ? "workbook.refused.encrypted" : "workbook.refused.oldExcel");
    }
    if (startsWith(start, '%', 'P', 'D', 'F')) {
      throw new Refused("workbook.refused.pdf");
    }
    String text = new String(start, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    if (text.contains("<html") || text.contains("<!doctype html") || text.contains("<table")) {
      throw new Refused("workbook.refused.html");
    }
    throw new Refused("workbook.refused.notExcel");
  }

  private static boolean isEncrypted(Path file) {
    try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
      return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
    } catch (IOException | RuntimeException e) {
      return false;
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

  /// The names of the sheets, in their order.
  List<String> names() {
    List<String> names = new ArrayList<>();
    forEachSheet((name, stream) -> names.add(name));
    return names;
  }

  /// Reads the rows of a sheet, each as its cells by the number of their column from 0. Rows that
  /// have no cell are left out.
  ///
  /// @param row takes Excel's number of the row and its cells
  void rows(String sheet, BiConsumer<Integer, Map<Integer, Cell>> row) {
    forEachSheet((name, stream) -> {
      if (name.equals(sheet)) {
        parse(stream, new RowsOfSheet(strings, styles, since1904, row));
      }
    });
  }

  /// The same for the first rows of a sheet only.
  ///
  /// @param last Excel's number of the last row that is wanted
  void head(String sheet, int last, BiConsumer<Integer, Map<Integer, Cell>> row) {
    rows(
        sheet,
        (number, cells) -> {
          if (number > last) {
            throw new EnoughRead();
          }
          row.accept(number, cells);
        });
  }

  /// Ends the parsing of a sheet of which enough was read: SAX knows no other way.
  private static final class EnoughRead extends RuntimeException {
    EnoughRead() {
      super(null, null, false, false);
    }
  }

  private interface SheetVisitor {
    void visit(String name, InputStream stream) throws IOException, SAXException;
  }

  private void forEachSheet(SheetVisitor visitor) {
    try {
      var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream stream = sheets.next()) {
          visitor.visit(sheets.getSheetName(), stream);
        } catch (EnoughRead e) {
          // what was wanted of this sheet is read
        }
      }
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
      throw refusal(e);
    }
  }

  private static void parse(InputStream stream, DefaultHandler handler)
      throws IOException, SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      XMLReader xml = factory.newSAXParser().getXMLReader();
      xml.setContentHandler(handler);
      xml.parse(new InputSource(stream));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean countsFrom1904(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException {
    Map<String, String> found = new HashMap<>();
    try (InputStream workbook = reader.getWorkbookData()) {
      parse(
          workbook,
          new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
              if (local.equals("workbookPr") && attributes.getValue("date1904") != null) {
                found.put("date1904", attributes.getValue("date1904"));
              }
            }
          });
    }
    String value = found.getOrDefault("date1904", "0");
    return value.equals("1") || value.equals("true");
  }

  @Override
  public void close() {
    parts.revert();
  }
}
