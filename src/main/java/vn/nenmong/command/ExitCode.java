package vn.nenmong.command;

/// What a command ends with.
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int REFUSED = 2;

  private ExitCode() {}
}
