package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.workbook.intake.Office;

/// `import` as it is typed, on a data folder that holds the demo's commune.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class ImportCommandTest {

  private static final CommandsOnDemo COMMANDS = new CommandsOnDemo();

  private int run(Path file, String... options) {
    return COMMANDS.run(
        Stream.concat(Stream.of("import", file.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  /// What stands on standard output, which must be nothing but one JSON object.
  private JsonNode json() {
    assertThat(COMMANDS.out().lines()).hasSize(1);
    return JsonMapper.builder().build().readTree(COMMANDS.out());
  }

  @Test
  void aDryRunTellsWhatWouldChangeAndWritesNothing() {
    Path file = new Office().put("Đảng viên", 6, "Nghề nghiệp", "Giáo viên").save();
    assertThat(run(file, "--dry-run")).isEqualTo(ExitCode.DONE);
    assertThat(COMMANDS.out()).contains("«Làm ruộng» → «Giáo viên»", "chưa ghi gì");
    assertThat(run(file, "--dry-run", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode told = json();
    assertThat(told.propertyNames()).containsExactly("new", "changed", "unchanged", "problems");
    assertThat(told.get("changed").intValue()).isEqualTo(1);
    assertThat(told.get("unchanged").intValue()).isEqualTo(712);
  }

  @Test
  void aPdfThatWasRenamedIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(TestDatabase.newFolder().resolve("so.xlsx"), "%PDF-1.7\n");
    assertThat(run(file)).isEqualTo(ExitCode.REFUSED);
    assertThat(COMMANDS.out()).isEmpty();
    assertThat(COMMANDS.err().lines()).singleElement().asString().contains("PDF");
  }

  @Test
  void aFileThatCannotBeReadIsAProblemInJsonToo() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("src/main/resources/demo/na-tong-2016.xlsx"));
    Path file = TestDatabase.newFolder().resolve("so.xlsx");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(run(file, "--json")).isEqualTo(ExitCode.REFUSED);
    assertUnread("so.xlsx", "bị hỏng");
    assertThat(COMMANDS.err().lines()).singleElement().asString().contains("bị hỏng");
    assertThat(run(file.resolveSibling("none.xlsx"), "--json")).isEqualTo(ExitCode.REFUSED);
    assertUnread("none.xlsx", "Không đọc được");
  }

  private void assertUnread(String found, String expected) {
    assertThat(json().get("new").intValue()).isZero();
    assertThat(json().get("unchanged").intValue()).isZero();
    JsonNode problem = json().get("problems").get(0);
    assertThat(problem.propertyNames())
        .containsExactly("sheet", "row", "column", "found", "expected");
    assertThat(problem.get("sheet").isNull()).isTrue();
    assertThat(problem.get("row").isNull()).isTrue();
    assertThat(problem.get("column").isNull()).isTrue();
    assertThat(problem.get("found").stringValue()).isEqualTo(found);
    assertThat(problem.get("expected").stringValue()).contains(expected);
  }

  @Test
  void anUnknownCellCodeIsRefusedWhateverIsChosen() {
    Path file = new Office().put("Đảng viên", 6, "Mã chi bộ", "CB99").save();
    assertThat(run(file, "--skip-bad-rows", "--json")).isEqualTo(ExitCode.REFUSED);
    JsonNode problem = json().get("problems").get(0);
    assertThat(problem.get("sheet").stringValue()).isEqualTo("Đảng viên");
    assertThat(problem.get("row").intValue()).isEqualTo(6);
    assertThat(problem.get("column").stringValue()).isEqualTo("Mã chi bộ");
    assertThat(problem.get("found").stringValue()).isEqualTo("CB99");
    assertThat(problem.get("expected").stringValue()).contains("«Tổ chức»");
    assertThat(file.resolveSibling("so-dong-khong-nhap.xlsx")).doesNotExist();
  }

  @Test
  void badRowsRefuseTheFileOrComeBackToBeMended() throws IOException {
    Path file =
        new Office().put("Thôn bản", 6, "Số hộ", "nhiều").put("Thôn bản", 7, "Số khẩu", 444).save();
    assertThat(run(file)).isEqualTo(ExitCode.REFUSED);
    assertThat(COMMANDS.out()).contains("LỖI  Thôn bản, dòng 6, cột «Số hộ»: có «nhiều»");
    assertThat(run(file, "--skip-bad-rows", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(json().get("changed").intValue()).isEqualTo(1);
    Path rejected = file.resolveSibling("so-dong-khong-nhap.xlsx");
    assertThat(COMMANDS.err()).contains(rejected.toString());
    try (Office office = new Office(rejected)) {
      Path mended = office.put("Thôn bản", 6, "Số hộ", 77).save();
      assertThat(run(mended, "--json")).isEqualTo(ExitCode.DONE);
      assertThat(json().get("changed").intValue()).isEqualTo(1);
    }
  }
}
