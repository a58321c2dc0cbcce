package vn.nenmong.figures;

import java.time.LocalDate;
import vn.nenmong.kernel.Refused;

/// No organization of that code on that day, or none that the one who asks may see.
public final class UnknownOrganization extends Refused {

  /// @param day the last day of the period that was asked for
  UnknownOrganization(String code, LocalDate day) {
    super("figures.unknownOrganization", code, day.toString());
  }
}
