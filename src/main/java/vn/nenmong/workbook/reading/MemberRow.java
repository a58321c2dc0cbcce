package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;

public record MemberRow(
    int row,
    String name,
    @Nullable String sex,
    PartialDate born,
    @Nullable String ethnicity,
    @Nullable String village,
    @Nullable String education,
    @Nullable String qualification,
    @Nullable String theory,
    @Nullable String occupation,
    PartialDate admitted,
    @Nullable PartialDate recognised,
    @Nullable String card,
    String cell,
    boolean exempt,
    boolean poor,
    @Nullable String note) {

  /// The same with other dates.
  public MemberRow dated(
      PartialDate otherBorn, PartialDate otherAdmitted, @Nullable PartialDate otherRecognised) {
    return new MemberRow(
        row,
        name,
        sex,
        otherBorn,
        ethnicity,
        village,
        education,
        qualification,
        theory,
        occupation,
        otherAdmitted,
        otherRecognised,
        card,
        cell,
        exempt,
        poor,
        note);
  }
}
