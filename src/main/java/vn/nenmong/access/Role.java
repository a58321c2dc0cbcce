package vn.nenmong.access;

import java.util.Locale;

/// What a grant lets someone be. Stored by its lower-case name.
public enum Role {
  /// Keeps the commune's registers.
  CLERK,
  /// Of the commune committee.
  SECRETARY,
  /// Of the committee, in charge of cells: granted on each of them.
  COMMITTEE_MEMBER,
  CELL_SECRETARY,
  /// The inspection commission of the committee.
  INSPECTION,
  /// The organization board above communes.
  BOARD,
  /// Of accounts, without a view of people's data.
  ADMINISTRATOR,
  /// Sees their own record and nothing else; granted on a person.
  MEMBER;

  /// Whether its work is an office's: it asks for a second proof beside the password, and is not
  /// done by whoever is known by the PIN of a phone alone.
  public boolean isOffice() {
    return this != CELL_SECRETARY && this != COMMITTEE_MEMBER && this != MEMBER;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
