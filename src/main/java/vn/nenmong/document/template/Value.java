package vn.nenmong.document.template;

import java.util.List;

/// What a tag stands for in one paper.
public sealed interface Value {

  /// @param text as it is printed
  /// @param none whether it says that there is none (a count of 0), for `{{?tag}}` and `{{^tag}}`
  record Text(String text, boolean none) implements Value {}

  /// Not known. Printed as such, never as nothing and never as 0.
  ///
  /// @param what what is missing, in the paper's language, such as a register and its year
  record Missing(String what) implements Value {}

  /// Rows of a list.
  record Rows(List<Values> rows) implements Value {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  static Value text(String text) {
    return new Text(text, text.isEmpty());
  }
}
