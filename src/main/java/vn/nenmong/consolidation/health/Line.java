package vn.nenmong.consolidation.health;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.nenmong.rule.RuleValue;

/// A line of the health of a cell.
///
/// @param value what is so, or what is not known
/// @param beside the same of the cells of its commune; null where there are no others to see
/// @param red why it is red; empty where it is not
/// @param bound setting that it is judged by, where there is one
/// @param rules that it is judged by, as they are on the day
public record Line(
    What what,
    MessageSourceResolvable value,
    @Nullable MessageSourceResolvable beside,
    List<Concern> red,
    @Nullable Setting bound,
    List<RuleValue> rules) {

  public enum What {
    MEMBERS,
    OFFICIAL,
    YOUNG,
    WOMEN,
    ETHNICITY,
    ADMISSIONS,
    CANDIDATES,
    ATTENDANCE,
    MEETINGS,
    RESOLUTION,
    SECRETARY,
    COMMITTEE,
    CHARGE,
    REVIEW,
    LATE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Line {
    red = List.copyOf(red);
    rules = List.copyOf(rules);
  }

  /// «5 trong 12 tháng»: a value by its key.
  static MessageSourceResolvable value(String key, @Nullable Object... numbers) {
    return new DefaultMessageSourceResolvable(new String[] {"health.value." + key}, numbers);
  }

  /// The same of the cells of the commune.
  static MessageSourceResolvable beside(String key, @Nullable Object... numbers) {
    return new DefaultMessageSourceResolvable(new String[] {"health.beside." + key}, numbers);
  }
}
