package vn.nenmong.workbook.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.reading.Problem;
import vn.nenmong.workbook.reading.SheetReading;

/// What an import did, or would do.
///
/// @param commune id of the root organization, or null where it is not known which
/// @param newCommune whether the file brings a commune the database did not hold
/// @param outcome what became of it
/// @param structural what refuses the file whatever is chosen
/// @param problems what refuses it unless the rows are left out
/// @param notices what should be known and refuses nothing
/// @param asks who is who, where it can't be told; each is a problem too
/// @param answered who rows of the members' sheet are by the user's answers: an id, or `new`
/// @param bindings which indicators the figures are taken from
public record ImportResult(
    @Nullable UUID commune,
    String communeCode,
    String communeName,
    boolean newCommune,
    int year,
    Outcome outcome,
    List<RegisterResult> registers,
    List<SheetReading> sheets,
    List<Problem> structural,
    List<Problem> problems,
    List<String> notices,
    List<Ask> asks,
    Map<Integer, String> answered,
    List<Binding> bindings) {

  /// What became of a file.
  public enum Outcome {
    /// Looked at, nothing written.
    PREVIEW,
    /// Written.
    DONE,
    /// Nothing written for its problems.
    REFUSED
  }

  public int added() {
    return registers.stream().mapToInt(RegisterResult::added).sum();
  }

  public int changed() {
    return registers.stream().mapToInt(RegisterResult::changed).sum();
  }

  public int unchanged() {
    return registers.stream().mapToInt(RegisterResult::unchanged).sum();
  }

  /// Everything that keeps the file from being taken as it is, in the order of importance.
  public List<Problem> allProblems() {
    return java.util.stream.Stream.concat(structural.stream(), problems.stream()).toList();
  }

  /// How many ends that the user told can't be.
  public long refusedEndings() {
    return registers.stream()
        .flatMap(register -> register.absent().stream())
        .filter(absent -> absent.refusal() != null)
        .count();
  }

  ImportResult with(Outcome other) {
    return new ImportResult(
        commune,
        communeCode,
        communeName,
        newCommune,
        year,
        other,
        registers,
        sheets,
        structural,
        problems,
        notices,
        asks,
        answered,
        bindings);
  }
}
