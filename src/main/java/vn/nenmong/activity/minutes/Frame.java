package vn.nenmong.activity.minutes;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the commune gives its cells for the meetings of a month.
///
/// @param agenda titles of items
/// @param documents to study
public record Frame(
    UUID id, String title, @Nullable String text, List<String> agenda, List<String> documents) {

  public Frame {
    agenda = List.copyOf(agenda);
    documents = List.copyOf(documents);
  }
}
