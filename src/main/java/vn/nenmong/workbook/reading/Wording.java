package vn.nenmong.workbook.reading;

/// The words of one language, by key.
@FunctionalInterface
public interface Wording {
  String of(String key, Object... arguments);
}
