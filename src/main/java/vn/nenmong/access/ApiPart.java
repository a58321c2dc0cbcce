package vn.nenmong.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A part of what other programs are answered at `/api`, for which a token may be good.
public enum ApiPart {
  MEMBERS,
  CANDIDATES,
  DUE,
  MOVEMENTS,
  RULES;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String path() {
    return "/api/" + code();
  }

  static Optional<ApiPart> at(String path) {
    return Arrays.stream(values()).filter(part -> part.path().equals(path)).findFirst();
  }
}
