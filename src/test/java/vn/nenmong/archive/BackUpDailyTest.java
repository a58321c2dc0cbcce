package vn.nenmong.archive;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.time.Today;

/// A backup each day, what stays of them, and who is told when there is none.
@SpringBootTest
class BackUpDailyTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String PASSPHRASE = "mười hai chữ trở lên";

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  private final Path target = TestDatabase.newFolder();
  @Autowired private DataFolder folder;
  @Autowired private OwnersDatabase database;
  @Autowired private BackupRunRepository runs;
  @Autowired private MessageSource messages;

  @BeforeEach
  void plan() {
    new BackupPlan(target, 2, PASSPHRASE).keepIn(folder);
  }

  private void runOn(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T05:00:00Z"), Today.ZONE);
    new BackUpDaily(folder, database, runs, messages, new Today(clock, null)).run();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void takesOneADayThatCanBeReadBack() throws IOException {
    runOn("2026-01-05");
    Path file = target.resolve("nen-mong-2026-01-05.nenmong");
    ReadBack.check(file, PASSPHRASE);
    byte[] first = Files.readAllBytes(file);
    runOn("2026-01-05");
    assertThat(file).hasBinaryContent(first);
    assertThat(runs.lastGood().orElseThrow().toInstant())
        .isEqualTo(Instant.parse("2026-01-05T05:00:00Z"));
  }

  @Test
  void keepsTheLastDaysAndTheFirstOfEachMonthAndNeverTouchesOtherFiles() throws IOException {
    for (String old :
        List.of(
            "nen-mong-2024-12-30.nenmong",
            "nen-mong-2025-11-03.nenmong",
            "nen-mong-2025-11-20.nenmong",
            "nen-mong-2026-02-01.nenmong",
            "nen-mong-2026-02-02.nenmong",
            "nen-mong-2026-02-30.nenmong",
            "luong-thang-2.xlsx")) {
      Files.writeString(target.resolve(old), "x");
    }
    runOn("2026-02-03");
    assertThat(files())
        .containsExactly(
            "luong-thang-2.xlsx",
            "nen-mong-2025-11-03.nenmong",
            "nen-mong-2026-02-01.nenmong",
            "nen-mong-2026-02-02.nenmong",
            "nen-mong-2026-02-03.nenmong",
            "nen-mong-2026-02-30.nenmong");
  }

  @Test
  void aStickThatIsNotThereIsToldOnceADay() {
    new BackupPlan(target.resolve("stick"), 2, PASSPHRASE).keepIn(folder);
    runOn("2026-03-01");
    runOn("2026-03-01");
    assertThat(
            runs.latest().stream()
                .filter(run -> run.at().toLocalDate().equals(LocalDate.of(2026, 3, 1)))
                .map(run -> String.valueOf(run.problem()))
                .collect(toSet()))
        .singleElement()
        .asString()
        .contains("stick", "USB");
  }

  @Test
  void withoutAPlanNothingIsTaken() throws IOException {
    BackupPlan.end(folder);
    runOn("2026-04-01");
    assertThat(files()).isEmpty();
  }
}
