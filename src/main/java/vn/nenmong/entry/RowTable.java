package vn.nenmong.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table whose rows are the records of a register, and how the fields of its form stand in it.
///
/// @param id of a row `r`, by which the register links to it
/// @param title of a row `r`: what it is called in words
/// @param commune of a row `r`
public record RowTable(String name, String id, String title, String commune, List<Column> columns) {

  /// @param field that it is read from, or null where it follows from others
  /// @param read of a row `r`, as text
  /// @param write from the parameters, which are named by the fields and hold text; null where it
  ///   is not written
  public record Column(
      @Nullable String field, String name, @Nullable String read, @Nullable String write) {}

  /// The last name of an organization, for a title.
  public static String organization(String column) {
    return "(select o.name from organization_period o where o.organization_id = "
        + column
        + " order by o.period desc limit 1)";
  }

  /// The last name of a village, for a title.
  public static String village(String column) {
    return "(select v.name from village_period v where v.village_id = "
        + column
        + " order by v.period desc limit 1)";
  }

  /// The name of a person, for a title.
  public static String person(String column) {
    return "(select p.name from person p where p.id = " + column + ")";
  }

  /// A table whose rows have a key `id` and a `commune_id`.
  public static RowTable of(String name, String title) {
    return new RowTable(name, "r.id", title, "r.commune_id", List.of());
  }

  /// Where rows are told apart by two columns.
  public static RowTable keyed(String name, String title, String first, String second) {
    return new RowTable(
        name,
        "cast(md5(cast(r.%s as text) || cast(r.%s as text)) as uuid)".formatted(first, second),
        title,
        "r.commune_id",
        List.of());
  }

  /// Where rows have no `commune_id` of their own.
  public RowTable within(String commune) {
    return new RowTable(name, id, title, commune, columns);
  }

  public RowTable {
    columns = List.copyOf(columns);
  }

  public RowTable id(String field, String column) {
    return typed(field, column, "uuid");
  }

  public RowTable text(String field, String column) {
    return typed(field, column, "text");
  }

  /// A date of which a part may not be known.
  public RowTable date(String field, String column) {
    return typed(field, column, "partial_date");
  }

  public RowTable day(String field, String column) {
    return typed(field, column, "date");
  }

  public RowTable integer(String field, String column) {
    return typed(field, column, "int");
  }

  public RowTable decimal(String field, String column) {
    return and(
        new Column(
            field,
            column,
            "cast(trim_scale(r.%s) as text)".formatted(column),
            "cast(:%s as numeric)".formatted(field)));
  }

  public RowTable yes(String field, String column) {
    return and(
        new Column(
            field,
            column,
            "case when r.%s then 'yes' end".formatted(column),
            "cast(:%s as text) is not null".formatted(field)));
  }

  /// A column that holds something else than its field.
  ///
  /// @param read of a row `r`, as text
  /// @param write from the parameters
  public RowTable column(String field, String column, String read, String write) {
    return and(new Column(field, column, read, write));
  }

  /// The commune of a row, for a field that asks for it.
  public RowTable commune(String field) {
    return and(new Column(field, "commune_id", "cast(%s as text)".formatted(commune), null));
  }

  /// A field that stands in another table, and is written there.
  ///
  /// @param read of a row `r`, as text
  public RowTable told(String field, String read) {
    return and(new Column(field, field, read, null));
  }

  /// A column that follows from fields.
  public RowTable follows(String column, String write) {
    return and(new Column(null, column, null, write));
  }

  private RowTable typed(String field, String column, String type) {
    return and(
        new Column(
            field,
            column,
            "cast(r.%s as text)".formatted(column),
            "cast(:%s as %s)".formatted(field, type)));
  }

  private RowTable and(Column column) {
    List<Column> all = new ArrayList<>(columns);
    all.add(column);
    return new RowTable(name, id, title, commune, all);
  }

  /// The fields that stand in it, by which a form reads and writes a row.
  List<String> fields() {
    return columns.stream().flatMap(column -> Stream.ofNullable(column.field())).toList();
  }

  String select() {
    return "select %s as commune, %s as title, %s from %s r where %s = :id and exists ("
            .formatted(
                commune,
                title,
                columns.stream()
                    .filter(column -> column.field() != null)
                    .map(column -> column.read() + " as \"" + column.field() + '"')
                    .collect(Collectors.joining(", ")),
                name,
                id)
        + "select from organization_period op where op.organization_id = "
        + commune
        + " and op.path <@ any(cast(:scope as ltree[])))";
  }

  String insert() {
    boolean own = commune.equals("r.commune_id");
    return "insert into %s as r (%s%s) values (%s%s) returning %s"
        .formatted(name, own ? "commune_id, " : "", names(), own ? ":commune, " : "", writes(), id);
  }

  String update() {
    return "update %s r set (%s) = row(%s) where %s = :id".formatted(name, names(), writes(), id);
  }

  String owner(String column) {
    return "select r.%s from %s r where %s = :id".formatted(column, name, id);
  }

  String delete() {
    return "delete from %s r where %s = :id".formatted(name, id);
  }

  private String names() {
    return columns.stream()
        .filter(column -> column.write() != null)
        .map(Column::name)
        .collect(Collectors.joining(", "));
  }

  private String writes() {
    return columns.stream()
        .map(Column::write)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
