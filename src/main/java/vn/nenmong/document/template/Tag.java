package vn.nenmong.document.template;

import java.util.List;

/// A tag that a template may use: `{{so_dang_vien}}`, or a list whose rows have columns.
///
/// @param name lower case, without accents, words joined by `_`
/// @param list whether it stands for rows, to be repeated by `{{#name}} … {{/name}}`
/// @param columns tags that are known inside the list only
public record Tag(String name, boolean list, List<Tag> columns) {

  public Tag {
    columns = List.copyOf(columns);
  }

  public static Tag text(String name) {
    return new Tag(name, false, List.of());
  }

  public static Tag list(String name, String... columns) {
    return new Tag(name, true, List.of(columns).stream().map(Tag::text).toList());
  }
}
