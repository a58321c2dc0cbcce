package vn.nenmong.entry;

import org.jspecify.annotations.Nullable;

/// Ends the writing of an entry that its form can't accept; nothing of it is written.
public class Rejected extends RuntimeException {

  private final transient Problem problem;

  /// @param field the field it is about, or null
  /// @param key message key of what is wrong and what to do
  public Rejected(@Nullable String field, String key, Object... arguments) {
    super(key);
    problem = Problem.of(field, key, arguments);
  }

  public Problem problem() {
    return problem;
  }
}
