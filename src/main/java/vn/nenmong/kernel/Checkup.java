package vn.nenmong.kernel;

import java.util.List;

/// One thing that `doctor` looks at. Every bean of this type is run; it reads and changes nothing.
public interface Checkup {

  /// Short, in lower case with dots, such as `database.settings`.
  String name();

  /// One line for everything that is not as it should be; none when all is well.
  List<String> findings();
}
