package vn.nenmong.document.template;

import java.util.List;
import java.util.Optional;

/// Every tag that a kind of paper knows.
public record Vocabulary(List<Tag> tags) {

  public Vocabulary {
    tags = List.copyOf(tags);
  }

  public Optional<Tag> find(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
  }

  /// The list that has a column of this name, for saying where a column belongs.
  public Optional<Tag> listWithColumn(String column) {
    return tags.stream()
        .filter(tag -> tag.columns().stream().anyMatch(c -> c.name().equals(column)))
        .findFirst();
  }
}
