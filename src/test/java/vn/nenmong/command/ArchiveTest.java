package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;

/// `backup` and `restore` as they are typed: what comes back is what was there, and a file that is
/// not well is refused with nothing restored.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class ArchiveTest {

  private static final Path FOLDER = TestDatabase.newFolderWithPrograms();
  private static final Path ARCHIVE = TestDatabase.newFolder().resolve("sao-luu.nenmong");
  private static final Path HEADS = TestDatabase.newFolder().resolve("heads");
  private static final String PASSPHRASE = "mười hai chữ trở lên";

  private static final StringWriter OUT = new StringWriter();
  private static final StringWriter ERR = new StringWriter();

  private static int run(Path folder, String passphrase, String... arguments) {
    OUT.getBuffer().setLength(0);
    ERR.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--data=" + folder);
    return Commands.run(
        Application.class,
        Map.of("NENMONG_PASSPHRASE", passphrase),
        new PrintWriter(OUT, true),
        new PrintWriter(ERR, true),
        all.toArray(String[]::new));
  }

  @BeforeAll
  static void backUp() {
    assertThat(run(FOLDER, "", "import", "src/main/resources/demo/na-tong-2016.xlsx"))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(run(FOLDER, "", "doctor", "--save-head", HEADS.toString())).isEqualTo(ExitCode.DONE);
    assertThat(run(FOLDER, PASSPHRASE, "backup", ARCHIVE.toString()))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(OUT.toString()).contains(ARCHIVE.toString(), "dòng");
  }

  private static String figures(Path folder) {
    assertThat(run(folder, "", "figures", "--organization=NATONG", "--year=2016"))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
    return OUT.toString();
  }

  @Test
  void whatIsRestoredIsWhatWasThereAndGoesOn() {
    Path other = TestDatabase.newFolderWithPrograms();
    assertThat(run(other, PASSPHRASE, "restore", ARCHIVE.toString()))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(figures(other)).contains("112").isEqualTo(figures(FOLDER));
    assertThat(run(other, "", "doctor", "--head", HEADS.toString()))
        .as(OUT + ERR.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(run(other, "", "import", "src/main/resources/demo/na-tong-2016.xlsx"))
        .isEqualTo(ExitCode.DONE);
    assertThat(run(other, "", "doctor")).as(OUT + ERR.toString()).isEqualTo(ExitCode.DONE);
    assertThat(run(other, PASSPHRASE, "restore", ARCHIVE.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString()).contains("đã có dữ liệu");
  }

  /// Each made by the program that landed with that schema, of the demo's commune.
  @ParameterizedTest
  @ValueSource(strings = {"V031", "V034", "V036", "V038"})
  void anArchiveOfAnEarlierSchemaIsBroughtUpToDate(String schema) {
    Path earlier = Path.of("src/test/resources/archives", schema + ".nenmong");
    Path folder = TestDatabase.newFolderWithPrograms();
    assertThat(run(folder, PASSPHRASE, "restore", earlier.toString()))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(figures(folder)).isEqualTo(figures(FOLDER));
    assertThat(run(folder, "", "doctor")).as(OUT + ERR.toString()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void anArchiveIsVerifiedRowByRow() {
    assertThat(run(FOLDER, PASSPHRASE, "backup", "--verify", ARCHIVE.toString()))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(OUT.toString()).contains("mọi dòng đều khớp");
  }

  @Test
  void whatIsNotWellIsRefusedInOneLineAndNothingIsRestored() throws IOException {
    byte[] well = Files.readAllBytes(ARCHIVE);
    Path folder = TestDatabase.newFolder();
    byte[] changed = well.clone();
    changed[well.length / 2] ^= 1;
    Map<Path, String> files =
        Map.of(
            Files.write(folder.resolve("changed"), changed), "bị hỏng hoặc bị cắt bớt",
            Files.write(folder.resolve("cut"), Arrays.copyOf(well, well.length - 1000)),
                "bị hỏng hoặc bị cắt bớt",
            Files.write(folder.resolve("head"), Arrays.copyOf(well, 100)),
                "bị hỏng hoặc bị cắt bớt",
            Files.writeString(folder.resolve("foreign"), "PK not an archive"), "không phải là",
            Files.writeString(folder.resolve("newer"), "NENMONG-ARCHIVE 2\n{}\n"), "mới hơn");
    Path empty = TestDatabase.newFolderWithPrograms();
    files.forEach((file, why) -> {
      assertThat(run(empty, PASSPHRASE, "restore", file.toString())).isEqualTo(ExitCode.REFUSED);
      assertThat(ERR.toString().lines().toList().getLast()).as(file.toString()).contains(why);
    });
    assertThat(run(empty, "một cụm mật khẩu khác", "restore", ARCHIVE.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString()).contains("không mở được");
    assertThat(run(empty, "ngắn", "restore", ARCHIVE.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString()).contains("ít nhất 12 ký tự");
    assertThat(run(empty, PASSPHRASE, "restore", ARCHIVE.toString()))
        .as(ERR.toString())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void anOlderProgramDoesNotWorkOnAFolderOfANewerOne() throws SQLException {
    Path newer = TestDatabase.newFolderWithPrograms();
    assertThat(run(newer, PASSPHRASE, "restore", ARCHIVE.toString())).isEqualTo(ExitCode.DONE);
    try (Workplace workplace = Workplace.open(newer, new Settings(Map.of()), _ -> {});
        Connection owner =
            DriverManager.getConnection(
                workplace.database().url(),
                workplace.database().owner().user(),
                workplace.database().owner().password());
        Statement sql = owner.createStatement()) {
      sql.execute(
          """
          insert into flyway_schema_history
            (installed_rank, version, description, type, script, installed_by, execution_time, success)
          values (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 'x', 0, true)
          """);
    }
    assertThat(run(newer, "", "doctor")).as(OUT + ERR.toString()).isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString().lines()).hasSize(1).first().asString().contains("phiên bản mới hơn");
    Path archive = TestDatabase.newFolder().resolve("newer");
    assertThat(run(newer, PASSPHRASE, "backup", archive.toString())).isEqualTo(ExitCode.DONE);
    assertThat(run(TestDatabase.newFolderWithPrograms(), PASSPHRASE, "restore", archive.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString()).contains("phiên bản mới hơn");
  }

  @Test
  void aFileThatCantBeWrittenLeavesNothing() throws IOException {
    Path folder = TestDatabase.newFolder();
    Path file = folder.resolve("no-such-folder").resolve("sao-luu.nenmong");
    assertThat(run(FOLDER, PASSPHRASE, "backup", file.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString()).contains("Không ghi được");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void onAFullDiskTheBackupBeforeStays() throws IOException {
    assertTheOneBeforeStays("/dev/full", "Không ghi được");
  }

  @Test
  void whatCantBeReadBackDoesNotCount() throws IOException {
    assertTheOneBeforeStays("/dev/null", "không đọc lại được");
  }

  private static void assertTheOneBeforeStays(String device, String why) throws IOException {
    Path folder = TestDatabase.newFolder();
    Path file = Files.writeString(folder.resolve("sao-luu.nenmong"), "the one before");
    Files.createSymbolicLink(folder.resolve("sao-luu.nenmong.part"), Path.of(device));
    assertThat(run(FOLDER, PASSPHRASE, "backup", file.toString())).isEqualTo(ExitCode.REFUSED);
    assertThat(ERR.toString().lines()).hasSize(1).first().asString().contains(why);
    assertThat(folder.toFile().list()).containsExactly("sao-luu.nenmong");
    assertThat(file).hasContent("the one before");
  }
}
