package vn.nenmong.kernel.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

/// What stands in one place of a register: shown on the page with its link or colour, written to
/// the sheet as a number, a date or a text.
public sealed interface Value {

  /// A text, with the path it leads to or null.
  record Text(String text, @Nullable String path) implements Value {
    public Text(String text) {
      this(text, null);
    }
  }

  /// Several values below each other.
  record Several(List<Value> all) implements Value {}

  record Count(Number number) implements Value {}

  record Day(LocalDate day) implements Value {}

  /// A date as far as it is known.
  record Known(PartialDate date) implements Value {}

  /// Per cent, rounded to one decimal when shown.
  record Rate(BigDecimal percent) implements Value {}

  /// The change of a rate, in points.
  record Points(BigDecimal change) implements Value {}

  /// A word of the program, by its message key.
  ///
  /// @param argument what stands in it, or empty
  /// @param path it leads to, or null
  record Word(String key, String argument, @Nullable String path) implements Value {
    public Word(String key, String argument) {
      this(key, argument, null);
    }

    public Word(String key) {
      this(key, "", null);
    }
  }

  /// A text in a colour that says how good it is.
  record Tag(String text, Tone tone) implements Value {}

  /// A word of the program in a colour, with the path it leads to or null.
  record WordTag(String key, Tone tone, @Nullable String path) implements Value {
    public WordTag(String key, Tone tone) {
      this(key, tone, null);
    }
  }

  /// How good a thing is. `style` is its class in the style sheet.
  enum Tone {
    OK("tag ok"),
    WARN("tag warn"),
    BAD("tag bad"),
    PLAIN("tag");

    private final String style;

    Tone(String style) {
      this.style = style;
    }

    public String style() {
      return style;
    }
  }

  /// Nothing is known.
  static Value none() {
    return new Text("");
  }

  static Value text(@Nullable String text) {
    return text == null ? none() : new Text(text);
  }

  /// A text that leads to the page of a thing, or the bare text where there is no such page.
  static Value link(@Nullable String text, String folder, @Nullable Object id) {
    return text == null ? none() : new Text(text, id == null ? null : folder + id);
  }

  static Value count(@Nullable Number number) {
    return number == null ? none() : new Count(number);
  }

  static Value day(@Nullable LocalDate day) {
    return day == null ? none() : new Day(day);
  }

  static Value known(@Nullable PartialDate date) {
    return date == null ? none() : new Known(date);
  }

  static Value rate(@Nullable BigDecimal percent) {
    return percent == null ? none() : new Rate(percent);
  }
}
