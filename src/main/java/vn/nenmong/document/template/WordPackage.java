package vn.nenmong.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// A .docx file as its parts, read within bounds that a paper never reaches and a zip bomb does.
final class WordPackage {

  static final int MAX_FILE_BYTES = 5 * 1024 * 1024;
  private static final int MAX_CONTENT_BYTES = 30 * 1024 * 1024;
  private static final int MAX_PARTS = 500;

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final List<String> WITH_TEXT =
      List.of("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml");
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> parts;
  private final Map<String, String> types;

  private WordPackage(Map<String, byte[]> parts, Map<String, String> types) {
    this.parts = parts;
    this.types = types;
  }

  /// @throws TemplateRefused when it is too large, damaged or no .docx
  static WordPackage read(byte[] file) {
    if (file.length > MAX_FILE_BYTES) {
      throw new TemplateRefused(Problem.Kind.TOO_LARGE, "");
    }
    if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new TemplateRefused(Problem.Kind.OLD_OR_LOCKED, "");
    }
    if (!startsWith(file, 'P', 'K')) {
      throw new TemplateRefused(Problem.Kind.NOT_WORD, "");
    }
    Map<String, byte[]> parts = unzip(file);
    if (!parts.containsKey(CONTENT_TYPES)) {
      throw new TemplateRefused(Problem.Kind.NOT_WORD, "");
    }
    WordPackage word = new WordPackage(parts, new LinkedHashMap<>());
    word.readTypes();
    return word;
  }

  private static boolean startsWith(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, byte[]> unzip(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int left = MAX_CONTENT_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || parts.size() >= MAX_PARTS) {
          throw new TemplateRefused(Problem.Kind.TOO_LARGE, "");
        }
        if (parts.put(entry.getName(), content) != null) {
          throw new TemplateRefused(Problem.Kind.DAMAGED, entry.getName());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new TemplateRefused(Problem.Kind.DAMAGED, "");
    }
    return parts;
  }

  private void readTypes() {
    for (Element type : WordXml.children(xml(CONTENT_TYPES).getDocumentElement())) {
      if ("Override".equals(type.getLocalName())) {
        String name = type.getAttribute("PartName");
        types.put(
            name.startsWith("/") ? name.substring(1) : name, type.getAttribute("ContentType"));
      }
    }
    boolean main = types.containsValue(WORD + "document.main+xml");
    boolean macros = types.values().stream().anyMatch(type -> type.contains("macroEnabled"));
    if (!main && !macros) {
      throw new TemplateRefused(Problem.Kind.NOT_WORD, "");
    }
    for (String name : textParts()) {
      if (!WordXml.W.equals(xml(name).getDocumentElement().getNamespaceURI())) {
        throw new TemplateRefused(Problem.Kind.NOT_WORD, "");
      }
    }
  }

  /// Names of the parts, in the file's order.
  List<String> names() {
    return List.copyOf(parts.keySet());
  }

  /// The document, then headers, footers and notes: the parts that may hold tags.
  List<String> textParts() {
    List<String> names = new ArrayList<>();
    for (String suffix : WITH_TEXT) {
      types.forEach((name, type) -> {
        if (type.equals(WORD + suffix) && parts.containsKey(name)) {
          names.add(name);
        }
      });
    }
    return names;
  }

  String document() {
    return textParts().getFirst();
  }

  /// Content types as the file declares them.
  List<String> contentTypes() {
    return List.copyOf(types.values());
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  Document xml(String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new TemplateRefused(Problem.Kind.DAMAGED, name);
    }
    try {
      return WordXml.parse(part);
    } catch (SAXException e) {
      throw new TemplateRefused(Problem.Kind.DAMAGED, name);
    }
  }

  void put(String name, Document xml) {
    parts.put(name, WordXml.write(xml));
  }

  /// The same parts give the same bytes, whatever the hour.
  byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
