package vn.nenmong.workbook.reading;

import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

public record CandidateRow(
    int row,
    String name,
    @Nullable String sex,
    @Nullable PartialDate born,
    @Nullable String ethnicity,
    @Nullable String village,
    String cell,
    @Nullable String firstHelper,
    @Nullable String secondHelper,
    @Nullable PartialDate classTaken,
    @Nullable PartialDate dossierCompleted,
    String status,
    @Nullable String statusText) {

  /// How far someone is: by the words, or else by what was done.
  public static String status(
      @Nullable String words,
      @Nullable PartialDate classTaken,
      @Nullable PartialDate dossierCompleted) {
    String byDates =
        dossierCompleted != null
            ? "dossier_complete"
            : classTaken != null ? "class_taken" : "listed";
    return words == null
        ? byDates
        : Choices.candidateStatus(Vietnamese.fold(words)).orElse(byDates);
  }
}
