package vn.nenmong.workbook.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nenmong.kernel.Refused;

/// Files made to harm, and files harmed on their way.
class HostileFileTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  @TempDir Path folder;
  private Path demo;

  @BeforeEach
  void findTheDemo() throws Exception {
    demo = Path.of(HostileFileTest.class.getResource("/demo/na-tong-2016.xlsx").toURI());
  }

  private static Workbook read(Path file) {
    return new WorkbookReader(Limits.DEFAULT, (key, arguments) -> key).read(file);
  }

  private static void refused(String code, Path file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private Path with(String part, MadeFile.Content<OutputStream> content) throws IOException {
    return MadeFile.withParts(demo, folder.resolve("changed.xlsx"), Map.of(part, content));
  }

  @Test
  void refusesMoreTextThanMemoryHolds() throws IOException {
    Random random = new Random(7);
    Path file =
        with(
            "xl/sharedStrings.xml",
            out -> {
              out.write(("<sst xmlns=\"" + MAIN + "\">").getBytes(StandardCharsets.UTF_8));
              byte[] some = new byte[16_000];
              for (int i = 0; i < some.length; i++) {
                some[i] = (byte) ('a' + random.nextInt(26));
              }
              // Repeated often enough to be small in the file, too seldom to look like a bomb.
              for (int i = 0; i < 4_000; i++) {
                out.write("<si><t>".getBytes(StandardCharsets.UTF_8));
                some[random.nextInt(some.length)] = 'z';
                out.write(some);
                out.write("</t></si>".getBytes(StandardCharsets.UTF_8));
              }
              out.write("</sst>".getBytes(StandardCharsets.UTF_8));
            });

    assertThat(Files.size(file)).isLessThan(Limits.DEFAULT.bytes());
    refused("workbook.refused.bomb", file);
  }

  @Test
  void refusesACellLongerThanExcelLetsItBe() throws IOException {
    String text = "a".repeat(40_000);
    refused(
        "workbook.refused.damaged",
        with(
            "xl/sharedStrings.xml",
            MadeFile.text("<sst xmlns=\"" + MAIN + "\"><si><t>" + text + "</t></si></sst>")));
  }

  @Test
  void refusesADescriptionOfItsPartsThatIsLargerThanAny() throws IOException {
    refused(
        "workbook.refused.bomb",
        with(
            "[Content_Types].xml",
            out -> {
              byte[] spaces = new byte[1024 * 1024];
              Arrays.fill(spaces, (byte) ' ');
              for (int i = 0; i < 20; i++) {
                out.write(spaces);
              }
            }));
  }

  @Test
  void refusesThousandsOfParts() throws IOException {
    Map<String, MadeFile.Content<OutputStream>> parts = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      parts.put("xl/media/image" + i + ".png", MadeFile.text(""));
    }
    refused("workbook.refused.bomb", MadeFile.withParts(demo, folder.resolve("many.xlsx"), parts));
  }

  @Test
  void followsNoEntityInAnyPart() throws IOException {
    String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
    for (String part :
        new String[] {
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "[Content_Types].xml",
          "_rels/.rels",
          "xl/_rels/workbook.xml.rels"
        }) {
      refused("workbook.refused.damaged", with(part, MadeFile.text(evil)));
    }
  }

  @Test
  void knowsOtherOfficeFilesForWhatTheyAreNot() throws IOException {
    for (String part : new String[] {"word/document.xml", "content.xml", "xl/workbook.bin"}) {
      Path file = folder.resolve("other.xlsx");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
        out.putNextEntry(new ZipEntry(part));
        out.putNextEntry(new ZipEntry("[Content_Types].xml"));
      }
      refused("workbook.refused.notExcel", file);
    }
  }

  @Test
  void eitherReadsOrRefusesAFileWithDamagedBytes() throws IOException {
    byte[] whole = Files.readAllBytes(demo);
    Path file = folder.resolve("damaged.xlsx");
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = 0; i < 1 + random.nextInt(20); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, random.nextInt(4) == 0 ? cut(bytes, random) : bytes);
      try {
        assertThat(read(file).sheets()).isNotEmpty();
      } catch (Refused refused) {
        assertThat(refused.code()).as("seed %d", seed).startsWith("workbook.refused.");
      }
    }
  }

  private static byte[] cut(byte[] bytes, Random random) {
    return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
  }
}
