package vn.nenmong.privacy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.web.Page;

/// All that is held on a person.
///
/// @param seen who has looked at it, taken it out or changed it, newest first
public record Held(
    UUID id, UUID commune, String name, List<Row> rows, List<Seen> seen, List<Answer> answers) {

  public Held {
    rows = List.copyOf(rows);
    seen = List.copyOf(seen);
    answers = List.copyOf(answers);
  }

  /// One row of a register.
  public record Row(String register, List<Fact> facts) {}

  /// @param key of the word for it, below `entry.history.column.`
  /// @param value as it is shown
  public record Fact(String key, String value) {

    private static final Set<String> CODED = Set.of("sex", "standing", "exempt", "status", "stage");

    /// Codes in words.
    public String shown(Page page) {
      return key.equals("step")
          ? page.t("way.step." + value)
          : CODED.contains(key) ? page.t("privacy.value." + value) : value;
    }
  }

  /// One look or deed.
  public record Seen(LocalDateTime at, String account, String action, @Nullable String reason) {}

  /// How soon the law wants a request answered, on the day of today.
  ///
  /// @param evidence how well the rule is known, as in `rule_value`
  public record Answer(String value, String document, String body, String evidence) {}
}
