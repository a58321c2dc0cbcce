package vn.nenmong.kernel;

import java.util.Arrays;

/// What was asked for is not done, for a reason that the person who asked can do something about.
/// Told in one line, with no stack trace; a command ends with 2.
public class Refused extends RuntimeException {

  private final String code;
  private final transient Object[] arguments;

  /// @param code key of the sentence in the messages
  /// @param arguments what stands in the sentence
  public Refused(String code, Object... arguments) {
    super(code + " " + Arrays.toString(arguments));
    this.code = code;
    this.arguments = arguments.clone();
  }

  public String code() {
    return code;
  }

  public Object[] arguments() {
    return arguments.clone();
  }
}
