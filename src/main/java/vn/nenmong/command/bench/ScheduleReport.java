package vn.nenmong.command.bench;

import java.util.ArrayList;
import java.util.List;

/// What came of meetings told over a bad network, as a part of a page of the docs.
public final class ScheduleReport {

  private ScheduleReport() {}

  /// @param seed with which the same schedules come again
  public static List<String> of(MeetingSchedules.Outcome outcome, long seed) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "",
                "# What a bad network does to a meeting",
                "",
                "Written by `./nenmong bench --schedules N --out docs/operations.md`: two phones tell the same meetings over HTTP by random schedules. Requests are cut before, within and",
                "after, sent twice, and the program is killed in the middle of every twenty-fifth. Afterwards each change that was answered must be there with its effect,",
                "once, at the end of all schedules too, and the registers count each meeting that was held once. `./check` does twenty schedules with the phone's own pages in a browser.",
                "",
                "| what | |",
                "| --- | --- |"));
    lines.add(row("schedules", outcome.schedules()));
    lines.add(row("changes told, all of them there", outcome.kept()));
    lines.add(row("… of which are kept beside another phone's", outcome.beside()));
    lines.add(row("requests cut or answers lost", outcome.cuts()));
    lines.add(row("kills of the program", outcome.kills()));
    lines.add(row("faults", outcome.faults().size()));
    lines.add("| seed | " + seed + " |");
    if (!outcome.faults().isEmpty()) {
      lines.add("");
      outcome.faults().forEach(fault -> lines.add("- " + fault));
    }
    return lines;
  }

  private static String row(String what, int number) {
    return "| " + what + " | " + String.format(java.util.Locale.ROOT, "%,d", number) + " |";
  }
}
