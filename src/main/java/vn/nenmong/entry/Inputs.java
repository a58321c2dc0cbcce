package vn.nenmong.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands in the inputs of a form, and what is wrong with it.
public interface Inputs {

  /// What was typed into the inputs of a form.
  ///
  /// @param prefix of their names
  static Map<String, String> typed(HttpServletRequest request, String prefix) {
    Map<String, String> typed = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (name.startsWith(prefix)) {
            typed.put(name, values[0]);
          }
        });
    return typed;
  }

  /// What someone else made of a field while it was open here.
  ///
  /// @param was as the form showed it
  /// @param is as it is now
  record Meanwhile(String was, String is) {}

  /// What stands in an input.
  ///
  /// @param input its name, such as `f.number`
  String typed(String input);

  @Nullable Problem problem(String field);

  /// Whether there is nothing to choose: one choice, and it must be made.
  default boolean isOnly(Field field) {
    return field.required() && field.choices().size() == 1;
  }

  default @Nullable Meanwhile meanwhile(Field field) {
    return null;
  }
}
