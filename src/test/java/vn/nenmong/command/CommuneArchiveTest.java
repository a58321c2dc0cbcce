package vn.nenmong.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nenmong.Application;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.TwoCommunes;
import vn.nenmong.workbook.intake.Office;

/// One commune from an office PC to a server with others, each time anew, and back.
@BesideOthers(BesideOthers.Lane.COMMANDS)
class CommuneArchiveTest {

  private static final String PASSPHRASE = "mười hai chữ trở lên";
  private static final String WORKBOOK = "src/main/resources/demo/na-tong-2016.xlsx";

  private static final StringWriter OUT = new StringWriter();
  private static final StringWriter ERR = new StringWriter();
  private static final Path PC = TestDatabase.newFolderWithPrograms();
  private final Path server = TestDatabase.newFolderWithPrograms();
  private final Path archive = TestDatabase.newFolder().resolve("na-tong.nenmong");
  private final Path heads = TestDatabase.newFolder().resolve("heads");

  @BeforeAll
  static void naTong() {
    done(PC, "import", WORKBOOK);
  }

  @BeforeEach
  void another() {
    done(server, "import", TwoCommunes.other().toString());
  }

  private static int run(Path folder, String... arguments) {
    OUT.getBuffer().setLength(0);
    ERR.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--data=" + folder);
    return Commands.run(
        Application.class,
        Map.of("NENMONG_PASSPHRASE", PASSPHRASE),
        new PrintWriter(OUT, true),
        new PrintWriter(ERR, true),
        all.toArray(String[]::new));
  }

  private static String done(Path folder, String... arguments) {
    assertThat(run(folder, arguments)).as(OUT + "\n" + ERR).isEqualTo(ExitCode.DONE);
    return OUT.toString();
  }

  private String refused(Path folder, String... arguments) {
    assertThat(run(folder, arguments)).as(OUT + "\n" + ERR).isEqualTo(ExitCode.REFUSED);
    return ERR.toString().lines().toList().getLast();
  }

  private String figures(Path folder, String organization) {
    return done(folder, "figures", "--organization=" + organization, "--year=2016");
  }

  @Test
  void aCommuneComesWithItsFiguresAndItsTrailAndGoesBack() {
    String other = figures(server, "MUONGNHA");
    done(PC, "doctor", "--save-head", heads.toString());
    done(PC, "backup", archive.toString(), "--organization=NATONG");
    done(server, "restore", archive.toString(), "--into");

    assertThat(figures(server, "NATONG")).contains("112").isEqualTo(figures(PC, "NATONG"));
    assertThat(figures(server, "MUONGNHA")).isEqualTo(other);
    done(server, "doctor", "--head", heads.toString());

    Path back = archive.resolveSibling("back.nenmong");
    done(server, "backup", back.toString(), "--organization=NATONG");
    done(server, "backup", back.toString(), "--verify");
    Path home = TestDatabase.newFolderWithPrograms();
    done(home, "restore", back.toString());
    assertThat(figures(home, "NATONG")).isEqualTo(figures(PC, "NATONG"));
    assertThat(refused(home, "figures", "--organization=MUONGNHA", "--year=2016")).isNotEmpty();
    done(home, "doctor", "--head", heads.toString());
    done(home, "import", WORKBOOK);
    done(home, "doctor", "--head", heads.toString());
  }

  @Test
  void itStandsUnderAnotherAndGoesHomeAlone() {
    done(PC, "backup", archive.toString(), "--organization=NATONG");
    done(server, "restore", archive.toString(), "--into", "--under=MUONGNHA");
    assertThat(figures(server, "MUONGNHA")).contains("224");

    Path back = archive.resolveSibling("back.nenmong");
    done(server, "backup", back.toString(), "--organization=NATONG");
    Path home = TestDatabase.newFolderWithPrograms();
    done(home, "restore", back.toString());
    assertThat(figures(home, "NATONG")).isEqualTo(figures(PC, "NATONG"));
    done(home, "doctor");
  }

  @Test
  void itIsTakenInAnewEachTimeAndNotOverWhatWasChangedThere() {
    done(PC, "backup", archive.toString(), "--organization=NATONG");
    done(server, "restore", archive.toString(), "--into");
    done(server, "restore", archive.toString(), "--into");
    assertThat(figures(server, "NATONG")).isEqualTo(figures(PC, "NATONG"));
    done(server, "doctor");

    Path renamed =
        new Office().put("Tổ chức", 6, "Tên tổ chức đảng", "Đảng bộ xã Na Tông khác").save();
    done(server, "import", renamed.toString());
    assertThat(refused(server, "restore", archive.toString(), "--into"))
        .contains("NATONG", "sửa tại đây");
    assertThat(figures(server, "NATONG")).contains("112");
  }

  @Test
  void whatDoesNotFitIsRefusedAndNothingIsWritten() {
    assertThat(refused(PC, "backup", archive.toString(), "--organization=KHONGCO"))
        .contains("KHONGCO");
    assertThat(archive).doesNotExist();
    done(PC, "backup", archive.toString());
    assertThat(refused(server, "restore", archive.toString(), "--into")).contains("--into");

    done(PC, "backup", archive.toString(), "--organization=NATONG");
    assertThat(refused(PC, "restore", archive.toString(), "--into")).contains("ngay tại đây");
    assertThat(refused(server, "restore", archive.toString(), "--into", "--under=KHONGCO"))
        .contains("KHONGCO");
    assertThat(refused(server, "figures", "--organization=NATONG", "--year=2016")).isNotEmpty();

    Path another = TestDatabase.newFolderWithPrograms();
    done(another, "import", WORKBOOK);
    assertThat(refused(another, "restore", archive.toString(), "--into")).contains("NATONG");
  }
}
