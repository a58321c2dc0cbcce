package vn.nenmong.document.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tags mean at a place in the template: inside a list its row, and around it the paper.
interface Scope {

  /// What a section does.
  sealed interface Section {
    /// Its inside once in each of these scopes; in none, it goes.
    record Times(List<Scope> scopes) implements Section {}

    /// It can't be told: this text stands in its place.
    record Unknown(String text) implements Section {}
  }

  Section section(char sign, String name);

  /// What is printed for a tag.
  String text(String name);

  /// A scope that was not understood is told by name, and the filling goes on to find the others.
  @Nullable Problem problem(char sign, String name);
}
