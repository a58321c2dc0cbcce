package vn.nenmong.command.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What stands around the measures: on which machine they were taken, and what others reach.
public final class Surroundings {

  private static final String PEERS =
      """

      ## What others reach

      Two programs for the members of organizations, measured the same way on a machine of the same
      size (two cores, Debian 12): Admidio 4.3.17 on PHP and MariaDB, Tryton 6.0 on Python and PostgreSQL. One client,
      keep-alive, 100 requests after warm-up; their records are thinner than a member's here.

      | what | Admidio | Tryton |
      | --- | --- | --- |
      | members list at 3,000, median / p95 ms | 129 / 163 | – |
      | members list at 100,000 | 3,232 / 3,435 | 25.8 / 34.9, and 10 for the count |
      | name search at 100,000 | 5,758 / 7,364 | 129–287 / 174–457 |
      | «dang» finds «Đặng» | no | yes |
      | import, rows a second | 60, falling to 4.6 at 100,000 | 325 |
      | 200 namesakes into 3,000 | 88 kept | – |
      | a kill in the middle of an import of 5,000 | 1,958 rows stay | none of the batch |
      | count over a subtree at 100,000 | – | 73 / 90 |
      | export of 100,000 to xlsx | 13.0 s, 491 MB | 152 s, 177 MB |
      | start | 0.4 s | 1.2 s |
      """;

  private static final String KEYS =
      """

      ## Keys that a task takes

      Counted by `KeysTest` in a browser, without a mouse, Vietnamese letters as Telex has them; 0.28 s a key is an average typist
      (Card, Moran and Newell, 1980).

      | task | target | keys | typing | reached |
      | --- | --- | --- | --- | --- |
      | a new member with birth, cell, village, both days and card | 40 s | 84 | 24 s | yes |
      | the attendance of a cell of 20 | 60 s | 30 | 8 s | yes |
      """;

  private static final String PREFACE =
      """
      # Performance

      Written by `./nenmong bench --out docs/performance.md`, on made communes whose names are as frequent as in Viet Nam (a third
      «Nguyễn»). Pages are whole HTML pages over HTTP by one client that keeps its connection: 100 requests after warm-up. The program
      runs in its own process with 256 MB of heap on its embedded PostgreSQL, with `fsync` on. «Bare SQL» is the least the database must do for the page.
      """;

  private Surroundings() {}

  /// The measures with what a reader needs to judge them.
  public static List<String> around(List<String> measures) throws IOException {
    List<String> lines = new ArrayList<>(PREFACE.lines().toList());
    lines.add("");
    lines.add(machine());
    lines.addAll(measures);
    lines.addAll(KEYS.lines().toList());
    lines.addAll(PEERS.lines().toList());
    return lines;
  }

  private static String machine() throws IOException {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return "Measured on %s, %d cores, %s %s, Java %s, load of other work %.1f."
        .formatted(
            processor(),
            system.getAvailableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"),
            system.getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
