package vn.nenmong.workbook.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import vn.nenmong.kernel.Refused;

/// An .xlsx file, read row by row so that its size does not matter. Whatever else a file may be is
/// refused by what it is.
final class XlsxFile implements AutoCloseable {

  private static final long LARGEST_PART = 400L * 1024 * 1024;
  private static final int LARGEST_SMALL_PART = 16 * 1024 * 1024;
  private static final int MOST_PARTS = 1000;

  private final OPCPackage parts;
  private final TextAllowance allowance;
  private final Map<String, PackagePart> sheets = new LinkedHashMap<>();
  private final SharedText shared;
  private final NumberFormats formats = new NumberFormats();
  private final boolean since1904;

  private final Form form;

  private XlsxFile(OPCPackage parts, Limits limits, Form form)
      throws IOException, OpenXML4JException, SAXException {
    this.parts = parts;
    this.form = form;
    this.allowance = new TextAllowance(limits);
    this.shared = new SharedText(allowance, form);
    XSSFReader reader = new XSSFReader(parts);
    parse(reader.getSharedStringsData(), shared);
    parse(reader.getStylesData(), formats);
    this.since1904 = countsFrom1904(reader);
    var found = (XSSFReader.SheetIterator) reader.getSheetsData();
    while (found.hasNext()) {
      found.next().close();
      sheets.put(found.getSheetName(), found.getSheetPart());
    }
  }

  /// @throws Refused where it is no .xlsx that can be read, with what it is instead
  static XlsxFile open(Path file, Limits limits) {
    return open(file, limits, Form.WORDS);
  }

  static XlsxFile open(Path file, Limits limits, Form form) {
    try {
      if (Files.size(file) > limits.bytes()) {
        throw new Refused("workbook.refused.tooLarge", limits.bytes() / (1024 * 1024));
      }
      refuseOtherKinds(file);
      refuseUnsafeParts(file);
      ZipSecureFile.setMaxEntrySize(LARGEST_PART);
      return open(new ZipFileZipEntrySource(new ZipSecureFile(file.toFile())), limits, form);
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
      throw refusal(e);
    }
  }

  /// Given the open file, POI reads it by its directory or not at all: it would take a file whose
  /// directory is damaged into memory whole.
  private static XlsxFile open(ZipFileZipEntrySource file, Limits limits, Form form)
      throws IOException, OpenXML4JException, SAXException {
    try {
      return new XlsxFile(OPCPackage.open(file), limits, form);
    } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// POI takes the parts that say what a file consists of into memory whole, and logs what it
  /// cannot parse of them. So these parts are looked at before.
  private static void refuseUnsafeParts(Path file) throws IOException, SAXException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw new Refused("workbook.refused.bomb");
      }
      if (zip.getEntry("[Content_Types].xml") == null
          || zip.stream().noneMatch(part -> part.getName().endsWith("workbook.xml"))) {
        throw new Refused("workbook.refused.notExcel");
      }
      for (ZipEntry part : Collections.list(zip.entries())) {
        if (isTakenWhole(part.getName())) {
          parse(new AtMost(LARGEST_SMALL_PART, zip.getInputStream(part)), new DefaultHandler());
        }
      }
    }
  }

  private static boolean isTakenWhole(String part) {
    String name = part.toLowerCase(Locale.ROOT);
    return name.equals("[content_types].xml")
        || name.endsWith(".rels")
        || name.endsWith("workbook.xml")
        || (name.startsWith("docprops/") && name.endsWith(".xml"));
  }

  /// Refuses to read on behind a number of bytes.
  private static final class AtMost extends FilterInputStream {

    private int left;

    AtMost(int bytes, InputStream in) {
      super(in);
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
      int read = super.read(bytes, start, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new Refused("workbook.refused.bomb");
      }
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
    return List.copyOf(sheets.keySet());
  }

  /// Reads the rows of a sheet, each as its cells by the number of their column from 0. Rows that
  /// have no cell are left out.
  ///
  /// @param row takes Excel's number of the row and its cells
  void rows(String sheet, BiConsumer<Integer, Map<Integer, Cell>> row) {
    read(sheet, new RowsOfSheet(shared, formats, since1904, allowance, form, row));
  }

  /// A sheet with what its cells share: merged ones, hidden rows and columns.
  Grid grid(String sheet, int mostRows) {
    GridOfSheet rows = new GridOfSheet(shared, formats, since1904, allowance, mostRows);
    read(sheet, rows);
    return rows.grid(sheet);
  }

  private void read(String sheet, RowsOfSheet rows) {
    PackagePart part = Objects.requireNonNull(sheets.get(sheet), sheet);
    try (InputStream stream = part.getInputStream()) {
      parse(stream, rows);
    } catch (EnoughRead e) {
      // what was wanted of this sheet is read
    } catch (IOException | SAXException | RuntimeException e) {
      throw refusal(e);
    }
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

  private static void parse(@Nullable InputStream stream, DefaultHandler handler)
      throws IOException, SAXException {
    if (stream == null) {
      return;
    }
    try (stream) {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      XMLReader xml = factory.newSAXParser().getXMLReader();
      xml.setContentHandler(handler);
      xml.setErrorHandler(handler);
      xml.parse(new InputSource(stream));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean countsFrom1904(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException {
    Map<String, String> found = new HashMap<>();
    parse(
        reader.getWorkbookData(),
        new DefaultHandler() {
          @Override
          public void startElement(String uri, String local, String name, Attributes attributes) {
            if (local.equals("workbookPr") && attributes.getValue("date1904") != null) {
              found.put("date1904", attributes.getValue("date1904"));
            }
          }
        });
    String value = found.getOrDefault("date1904", "0");
    return value.equals("1") || value.equals("true");
  }

  @Override
  public void close() {
    parts.revert();
  }
}
