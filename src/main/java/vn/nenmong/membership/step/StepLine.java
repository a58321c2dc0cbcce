package vn.nenmong.membership.step;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.membership.paper.IssuedPaper;
import vn.nenmong.membership.way.StepKind;

/// A step as the page of a way shows it.
///
/// @param words what is told of it, part by part
/// @param relied rules that were asked
/// @param unknown whether of some rule nothing was known for the day
/// @param takenBack why it does not hold any more; null where it does
public record StepLine(
    UUID id,
    StepKind kind,
    LocalDate day,
    List<String> words,
    String account,
    List<Relied> relied,
    boolean unknown,
    @Nullable String takenBack,
    @Nullable String takenBackBy) {

  /// @param evidence of the row that held on the day
  public record Relied(String code, String evidence) {

    static Relied of(String kept) {
      int colon = kept.lastIndexOf(':');
      return new Relied(kept.substring(0, colon), kept.substring(colon + 1));
    }

    public boolean isWeak() {
      return evidence.equals("C") || evidence.equals("UNVERIFIED");
    }
  }

  /// Whether the commune issues a paper of it.
  public boolean hasPaper() {
    return holds() && IssuedPaper.of(kind).isPresent();
  }

  public boolean holds() {
    return takenBack == null;
  }

  /// Whether somebody entered it, and it is not only what registers say.
  public boolean isOwn() {
    return kind != StepKind.REGISTERED && !account.isEmpty();
  }

  public List<Relied> weak() {
    return relied.stream().filter(Relied::isWeak).toList();
  }
}
