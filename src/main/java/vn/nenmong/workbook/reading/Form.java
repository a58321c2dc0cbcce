package vn.nenmong.workbook.reading;

import java.util.stream.Collectors;
import vn.nenmong.kernel.text.Vietnamese;

/// What is kept of the way a cell is written.
enum Form {
  /// The words alone: a workbook of the program's own.
  WORDS,
  /// The lines of a cell too, and what its font shows: a list of an office's own.
  AS_WRITTEN;

  String clean(String text) {
    if (this == WORDS) {
      return words(text);
    }
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? words(text)
        : text.lines()
            .map(Form::words)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
  }

  /// Most cells are dates, codes and numbers, where there is nothing to clean.
  private static String words(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || c < ' ' || (c == ' ' && afterSpace)) {
        return Vietnamese.clean(text);
      }
      afterSpace = c == ' ';
    }
    return afterSpace ? text.strip() : text;
  }
}
