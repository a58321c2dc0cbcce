package vn.nenmong.entry;

import java.util.List;
import java.util.Optional;

/// One thing that a form asks for.
///
/// @param name in the form and in the values of a record
/// @param label message key
/// @param ditto whether the next new record begins with the same
/// @param choices what can be chosen: anything else is refused, and so what lies outside the scope
public record Field(
    String name, String label, Kind kind, boolean required, boolean ditto, List<Choice> choices) {

  public enum Kind {
    TEXT,
    LONG_TEXT,
    /// One of the choices.
    CHOICE,
    /// A whole day.
    DAY,
    /// A day, a month or a year: as an old paper gives it.
    DATE,
    INTEGER,
    YEAR,
    DECIMAL,
    YES,
    /// Someone known, by name.
    PERSON
  }

  /// @param value what is kept
  /// @param text as it is shown
  /// @param key whether the text is a message key
  public record Choice(String value, String text, boolean key) {

    public static Choice of(String value, String text) {
      return new Choice(value, text, false);
    }

    public static Choice word(String value, String key) {
      return new Choice(value, key, true);
    }
  }

  public Field {
    choices = List.copyOf(choices);
  }

  public static Field of(String name, String label, Kind kind) {
    return new Field(name, label, kind, false, false, List.of());
  }

  public static Field choice(String name, String label, List<Choice> choices) {
    return new Field(name, label, Kind.CHOICE, false, false, choices);
  }

  public Field needed() {
    return new Field(name, label, kind, true, ditto, choices);
  }

  public Field dittoed() {
    return new Field(name, label, kind, required, true, choices);
  }

  Optional<Choice> chosen(String value) {
    return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
  }
}
