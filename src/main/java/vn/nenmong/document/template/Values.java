package vn.nenmong.document.template;

import java.util.Map;

/// The values of a paper or of a row in it, by the name of the tag.
public record Values(Map<String, Value> byName) {

  public Values {
    byName = Map.copyOf(byName);
  }
}
