package vn.nenmong.archive;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nenmong.kernel.database.DataFolder;

/// A backup each day into a folder or onto a stick, and which of them stay.
///
/// @param target where the files go
/// @param keep how many days; of a year also the first of each month
/// @param passphrase that seals them
public record BackupPlan(Path target, int keep, String passphrase) {

  private static final String NAME = "backup";
  private static final Pattern FILE = Pattern.compile("nen-mong-(\\d{4}-\\d{2}-\\d{2})\\.nenmong");

  /// The plan that a data folder has.
  public static Optional<BackupPlan> of(DataFolder folder) {
    Properties kept = folder.properties(NAME);
    return Optional.ofNullable(kept.getProperty("folder"))
        .map(target ->
            new BackupPlan(
                Path.of(target),
                Integer.parseInt(kept.getProperty("keep")),
                kept.getProperty("passphrase")));
  }

  /// Keeps it in a data folder, in place of another.
  public void keepIn(DataFolder folder) {
    Properties kept = new Properties();
    kept.setProperty("folder", target.toString());
    kept.setProperty("keep", String.valueOf(keep));
    kept.setProperty("passphrase", passphrase);
    folder.keep(NAME, kept);
  }

  /// From now on there is none.
  public static void end(DataFolder folder) {
    folder.keep(NAME, new Properties());
  }

  Path file(LocalDate day) {
    return target.resolve("nen-mong-" + day + ".nenmong");
  }

  /// Those of the files in its folder that it has no more use for. Others are not its own.
  ///
  /// @param names of all files in the folder
  Set<String> outdated(List<String> names, LocalDate today) {
    List<LocalDate> days =
        names.stream()
            .flatMap(name -> day(name).stream())
            .sorted(Comparator.reverseOrder())
            .toList();
    Set<LocalDate> kept = new HashSet<>(days.subList(0, Math.min(keep, days.size())));
    Set<String> months = new HashSet<>();
    days.reversed().stream()
        .filter(day -> day.isAfter(today.minusYears(1)))
        .filter(day -> months.add(day.toString().substring(0, "yyyy-MM".length())))
        .forEach(kept::add);
    Set<String> outdated = new HashSet<>();
    for (String name : names) {
      day(name).filter(day -> !kept.contains(day)).ifPresent(_ -> outdated.add(name));
    }
    return outdated;
  }

  private static Optional<LocalDate> day(String name) {
    Matcher file = FILE.matcher(name);
    try {
      return file.matches() ? Optional.of(LocalDate.parse(file.group(1))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
