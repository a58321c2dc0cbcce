package vn.nenmong.document.template;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The values of one paper.
///
/// @param missing how a paper says that something is missing
record FilledScope(Values values, @Nullable FilledScope outer, UnaryOperator<String> missing)
    implements Scope {

  private @Nullable Value find(String name) {
    Value value = values.byName().get(name);
    return value == null && outer != null ? outer.find(name) : value;
  }

  @Override
  public Section section(char sign, String name) {
    return switch (find(name)) {
      case Value.Missing unknown when sign != '^' ->
          new Section.Unknown(missing.apply(unknown.what()));
      case Value.Text text when sign == '?' ? !text.none() : sign == '^' && text.none() ->
          new Section.Times(List.of(this));
      case Value.Rows rows when sign == '#' ->
          new Section.Times(
              rows.rows().stream()
                  .map(row -> (Scope) new FilledScope(row, this, missing))
                  .toList());
      case Value.Rows rows when (sign == '^') == rows.rows().isEmpty() ->
          new Section.Times(List.of(this));
      case null, default -> new Section.Times(List.of());
    };
  }

  @Override
  public String text(String name) {
    return switch (find(name)) {
      case Value.Text text -> text.text();
      case Value.Missing unknown -> missing.apply(unknown.what());
      case null, default -> "";
    };
  }

  @Override
  public @Nullable Problem problem(char sign, String name) {
    Value value = find(name);
    if (value == null) {
      return new Problem(Problem.Kind.UNKNOWN_TAG, name);
    }
    if (sign == '#' && value instanceof Value.Text) {
      return new Problem(Problem.Kind.NOT_A_LIST, name);
    }
    if (sign == ' ' && value instanceof Value.Rows) {
      return new Problem(Problem.Kind.LIST_AS_VALUE, name);
    }
    return null;
  }
}
