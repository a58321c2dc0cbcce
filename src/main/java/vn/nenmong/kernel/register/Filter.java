package vn.nenmong.kernel.register;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A choice by which a register is narrowed.
///
/// @param name in the address
/// @param label message key of its label
/// @param chosen value of the option that was chosen, or empty
/// @param none message key of what is seen where none is chosen
public record Filter(String name, String label, List<Option> options, String chosen, String none) {

  /// An option: its text, or the message key of its text.
  public record Option(String value, String text, boolean key) {}

  public static Filter of(
      String name, String label, @Nullable Object chosen, List<Option> options) {
    return new Filter(name, label, options, Objects.toString(chosen, ""), "page.register.all");
  }

  /// Options that are words of the program: the value is the end of the message key.
  public static Filter words(
      String name, String label, @Nullable Object chosen, String prefix, List<String> values) {
    return of(
        name,
        label,
        chosen,
        values.stream().map(value -> new Option(value, prefix + value, true)).toList());
  }

  /// Options that are texts of the data.
  public static Filter texts(
      String name, String label, @Nullable Object chosen, List<String> values) {
    return of(
        name,
        label,
        chosen,
        values.stream().map(value -> new Option(value, value, false)).toList());
  }

  /// The same, where something else than all is seen as long as none is chosen.
  public Filter without(String none) {
    return new Filter(name, label, options, chosen, none);
  }

  public boolean isChosen() {
    return !chosen.isEmpty();
  }
}
