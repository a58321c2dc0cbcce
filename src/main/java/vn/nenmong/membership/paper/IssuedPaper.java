package vn.nenmong.membership.paper;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.nenmong.membership.way.StepKind;

/// Papers that a commune's offices issue, each of the step of the same name.
public enum IssuedPaper {
  HELPERS(Issuer.CELL, "NQ"),
  OPINIONS(Issuer.CELL, "BC"),
  CELL_RESOLUTION(Issuer.CELL, "NQ"),
  COMMITTEE_RESOLUTION(Issuer.COMMITTEE, "NQ"),
  ADMISSION_DECISION(Issuer.AUTHORITY, "QĐ"),
  DOSSIER_MOVED(Issuer.COMMITTEE, "CV"),

  PROBATION_HELPER(Issuer.CELL, "NQ"),
  RECOGNITION_CELL(Issuer.CELL, "NQ"),
  RECOGNITION_COMMITTEE(Issuer.COMMITTEE, "NQ"),
  RECOGNITION_DECISION(Issuer.AUTHORITY, "QĐ"),

  TRANSFER_WITHIN(Issuer.COMMITTEE, ""),
  TRANSFER_OUT(Issuer.COMMITTEE, ""),
  TEMPORARY_OUT(Issuer.COMMITTEE, ""),
  EXEMPTION(Issuer.CELL, "NQ"),

  STRIKE_CELL(Issuer.CELL, "NQ"),
  STRIKE_COMMITTEE(Issuer.COMMITTEE, "NQ"),
  STRIKE_DECISION(Issuer.BODY, "QĐ"),
  RESIGNATION(Issuer.BODY, "QĐ"),
  RESTORED(Issuer.BODY, "QĐ"),

  DISCIPLINE_CELL(Issuer.CELL, "NQ"),
  DISCIPLINE_DECISION(Issuer.BODY, "QĐ"),
  DISCIPLINE_LIFTED(Issuer.BODY, "QĐ"),
  SUSPENSION(Issuer.BODY, "QĐ"),

  CARD_LOST(Issuer.COMMITTEE, "TTr"),
  BADGE(Issuer.COMMITTEE, "TTr"),
  BADGE_POSTHUMOUS(Issuer.COMMITTEE, "TTr");

  /// Who issues a paper.
  public enum Issuer {
    CELL,
    COMMITTEE,
    /// The body that the step's form names.
    AUTHORITY,
    /// The body that the step names in words; where it names none, the committee.
    BODY
  }

  private final Issuer issuer;
  private final String document;

  IssuedPaper(Issuer issuer, String document) {
    this.issuer = issuer;
    this.document = document;
  }

  public static Optional<IssuedPaper> of(StepKind kind) {
    return Arrays.stream(values()).filter(paper -> paper.name().equals(kind.name())).findFirst();
  }

  public StepKind step() {
    return StepKind.valueOf(name());
  }

  public Issuer issuer() {
    return issuer;
  }

  /// The abbreviation of its kind of document, as `NQ`; empty where there is none.
  public String document() {
    return document;
  }

  /// Whether its number is the step's own. A request comes before the step and has another.
  public boolean bearsNumberOfStep() {
    return !document.equals("TTr");
  }

  /// Whose books it is surely numbered in; empty where that depends on more than its kind.
  Optional<PaperNumber.Organ> organ(@Nullable String form) {
    if (document.isEmpty() || !bearsNumberOfStep()) {
      return Optional.empty();
    }
    return switch (issuer) {
      case CELL -> Optional.of(PaperNumber.Organ.CELL);
      case COMMITTEE -> Optional.of(PaperNumber.Organ.COMMITTEE);
      case AUTHORITY ->
          form == null || form.equals("btv_huyen_uy")
              ? Optional.empty()
              : Optional.of(PaperNumber.Organ.COMMITTEE);
      case BODY -> Optional.empty();
    };
  }
}
