package vn.nenmong.kernel.web;

import java.util.List;

/// The organizations that the viewer may look at one by one, as every list offers them.
///
/// @param present those of today that were not there on the day looked at: each is told by what it
///   came of
/// @param chosen code of the one looked at, or empty for what the list shows by itself
public record Chooser(List<Choice> choices, List<Choice> present, String chosen) {

  /// @param code of the organization in the address
  /// @param above whether it has communes below it, so that a list of one commune can't show it
  public record Choice(String code, String name, boolean above) {}

  public Chooser {
    choices = List.copyOf(choices);
    present = List.copyOf(present);
  }

  public Chooser(List<Choice> choices, String chosen) {
    this(choices, List.of(), chosen);
  }

  public boolean isOffered() {
    return hasSeveral() || !chosen.isEmpty();
  }

  public boolean hasSeveral() {
    return choices.size() + present.size() > 1;
  }
}
