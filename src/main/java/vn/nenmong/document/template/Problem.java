package vn.nenmong.document.template;

/// Why a file can't be a template.
///
/// @param what the tag, part or address that is meant; may be empty
public record Problem(Kind kind, String what) {

  /// Each has a text `document.problem.<name>` that takes `what`.
  public enum Kind {
    TOO_LARGE,
    NOT_WORD,
    OLD_OR_LOCKED,
    DAMAGED,
    MACROS,
    EXTERNAL,
    EMBEDDED,
    ACTIVE_FIELD,
    UNKNOWN_TAG,
    BROKEN_TAG,
    NOT_CLOSED,
    NOT_OPENED,
    COLUMN_OUTSIDE_LIST,
    NOT_A_LIST,
    LIST_AS_VALUE
  }

  public String key() {
    return "document.problem." + kind.name();
  }
}
