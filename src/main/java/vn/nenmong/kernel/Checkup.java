package vn.nenmong.kernel;

import java.util.List;

/// One thing that `doctor` looks at. Every bean of this type is run; it reads and changes nothing.
public interface Checkup {

  /// Short, in lower case with dots, such as `database.settings`.
  String name();

  /// One for everything that is not as it should be; none when all is well.
  List<Finding> findings();

  /// What is not as it should be.
  ///
  /// @param code key of the sentence in the messages
  /// @param arguments what stands in the sentence; no personal data
  record Finding(String code, List<Object> arguments) {
    public static Finding of(String code, Object... arguments) {
      return new Finding(code, List.of(arguments));
    }
  }
}
