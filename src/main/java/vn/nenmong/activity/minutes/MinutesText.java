package vn.nenmong.activity.minutes;

import java.util.List;
import java.util.stream.Collectors;

/// The minutes of a meeting in words, in the usual order.
///
/// @param cell whose meeting it was
/// @param parts each with its lines; those with nothing to say are left out
public record MinutesText(String cell, String title, List<Part> parts) {

  public record Part(String key, String title, List<String> lines) {}

  public MinutesText {
    parts = List.copyOf(parts);
  }

  String plain() {
    return title
        + "\n"
        + parts.stream()
            .map(part -> part.title() + "\n" + String.join("\n", part.lines()))
            .collect(Collectors.joining("\n\n"));
  }
}
