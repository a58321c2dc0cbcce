package vn.nenmong.document.template;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stands for any paper: enters every section once, so that the whole template is looked at.
///
/// @param list the list whose row this is, or null outside any
/// @param used gathers the names of the tags that are met
record TrialScope(
    Vocabulary vocabulary, @Nullable Tag list, @Nullable TrialScope outer, Set<String> used)
    implements Scope {

  private @Nullable Tag find(String name) {
    Tag own =
        list == null
            ? vocabulary.find(name).orElse(null)
            : list.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    return own == null && outer != null ? outer.find(name) : own;
  }

  @Override
  public Section section(char sign, String name) {
    Tag tag = find(name);
    boolean rows = sign == '#' && tag != null;
    return new Section.Times(List.of(rows ? new TrialScope(vocabulary, tag, this, used) : this));
  }

  @Override
  public String text(String name) {
    return name;
  }

  @Override
  public @Nullable Problem problem(char sign, String name) {
    Tag tag = find(name);
    if (tag == null) {
      return vocabulary.listWithColumn(name).isPresent()
          ? new Problem(Problem.Kind.COLUMN_OUTSIDE_LIST, name)
          : new Problem(Problem.Kind.UNKNOWN_TAG, name);
    }
    used.add(name);
    if (sign == '#' && !tag.list()) {
      return new Problem(Problem.Kind.NOT_A_LIST, name);
    }
    if (sign == ' ' && tag.list()) {
      return new Problem(Problem.Kind.LIST_AS_VALUE, name);
    }
    return null;
  }
}
