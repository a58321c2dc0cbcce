package vn.nenmong.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, as tables of Markdown. A target that was given is held against the value.
final class Measures {

  private final List<String> lines = new ArrayList<>();

  void section(String title, String... columns) {
    lines.add("");
    lines.add("## " + title);
    lines.add("");
    lines.add("| " + String.join(" | ", columns) + " |");
    lines.add("|" + " --- |".repeat(columns.length));
  }

  void row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(cell.toString());
    }
    lines.add("| " + String.join(" | ", texts) + " |");
  }

  void words(String text) {
    lines.add("");
    lines.add(text);
  }

  /// `yes`, or `no` with how many times too much it is.
  static String atMost(double target, double value) {
    return value <= target
        ? "yes"
        : String.format(Locale.ROOT, "**no** (%.1f times)", value / target);
  }

  /// `yes`, or `no` with what part of the target it is.
  static String atLeast(double target, double value) {
    return value >= target
        ? "yes"
        : String.format(Locale.ROOT, "**no** (%.0f %%)", value / target * 100);
  }

  List<String> lines() {
    return lines;
  }
}
