package vn.nenmong.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What came of killing the program, as a page of the docs.
public final class KillReport {

  private KillReport() {}

  /// @param seed with which the same kills come again
  public static List<String> of(KillRounds.Outcome outcome, long seed) {
    Map<String, Integer> kills = outcome.kills();
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# What a kill leaves behind",
                "",
                "Written by `./nenmong bench --kills N --out docs/operations.md`: `kill -9` at random moments while four clients add members over HTTP.",
                "Afterwards each write that was answered as done must be there, and each other one whole or not at all: member, standing, key, history",
                "and line of the trail. After a kill of the database alone the program must go on by itself. `./check` does twenty with a seed that is always the same.",
                "",
                "| what | |",
                "| --- | --- |"));
    kills.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(kill -> lines.add(row("kills: " + words(kill.getKey()), kill.getValue())));
    lines.add(row("writes answered as done, all of them there", outcome.acknowledged()));
    lines.add(row("writes without an answer", outcome.unanswered()));
    lines.add(row("… of which were there, whole", outcome.kept()));
    lines.add(row("faults", outcome.faults().size()));
    lines.add("| seed | " + seed + " |");
    if (!outcome.faults().isEmpty()) {
      lines.add("");
      outcome.faults().forEach(fault -> lines.add("- " + fault));
    }
    return lines;
  }

  private static String words(String victim) {
    return switch (victim) {
      case "PROGRAM" -> "the program";
      case "DATABASE" -> "PostgreSQL with all its processes";
      default -> "both";
    };
  }

  private static String row(String what, int number) {
    return "| " + what + " | " + String.format(java.util.Locale.ROOT, "%,d", number) + " |";
  }
}
