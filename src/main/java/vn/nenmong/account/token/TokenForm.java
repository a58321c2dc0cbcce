package vn.nenmong.account.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A token as its form gives it.
///
/// @param part full code of the organization; empty for everything
/// @param last its last day, as it was typed
/// @param ask codes of what it may ask for
public record TokenForm(
    @Nullable String name,
    @Nullable String part,
    @Nullable String last,
    @Nullable List<String> ask) {

  static final TokenForm EMPTY = new TokenForm(null, null, null, null);

  public boolean asks(String code) {
    return ask != null && ask.contains(code);
  }
}
