package vn.nenmong.membership.way;

import java.time.LocalDate;

/// Steps for tests of other packages.
public final class MadeSteps {

  private MadeSteps() {}

  public static MadeStep made(StepKind kind, LocalDate day) {
    return new MadeStep(kind, day);
  }
}
