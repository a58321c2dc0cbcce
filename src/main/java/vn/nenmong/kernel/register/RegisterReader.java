package vn.nenmong.kernel.register;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.kernel.web.Place;
import vn.nenmong.kernel.web.Slice;
import vn.nenmong.kernel.web.Sort;

/// Reads a register's statement in any order and from any place, one statement a page.
///
/// The row that a page begins after is found again by its id, so the address carries no values.
@Repository
public class RegisterReader {

  /// Counted no further than this.
  static final int MOST = 1000;

  private static final int FETCH = 1000;

  private final JdbcClient jdbc;

  RegisterReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The part of a register that was asked for.
  public <R extends RegisterRow> Register.Shown show(Register<R> register) {
    Slice<R> slice = slice(register.query(), register.asked());
    List<RegisterColumn<R>> columns = register.query().columns();
    List<List<Value>> rows =
        slice.rows().stream()
            .map(row -> columns.stream().map(column -> column.value().apply(row)).toList())
            .toList();
    return new Register.Shown(
        register,
        columns,
        register.query().sort(register.asked()),
        slice,
        rows,
        count(register.query()));
  }

  private <R extends RegisterRow> Slice<R> slice(RegisterQuery<R> query, Asked asked) {
    Place place = asked.place();
    int size = Slice.size(asked.print());
    Sort sort = query.sort(asked);
    JdbcClient.StatementSpec statement =
        jdbc.sql(
                "select r.* from (%s) r%s%s limit :limit"
                    .formatted(
                        query.rows(),
                        beyond(query, sort, place),
                        order(query, sort, place.backwards())))
            .params(query.arguments())
            .param("limit", size + 1);
    if (place.row() != null) {
      statement = statement.param("place", place.row());
    }
    return Slice.of(statement.query(query.type()).list(), place, size, RegisterRow::id);
  }

  /// How many rows there are, up to one more than [#MOST].
  private int count(RegisterQuery<?> query) {
    return jdbc.sql(
            "select count(*) from (select from (%s) r limit :limit) r".formatted(query.rows()))
        .params(query.arguments())
        .param("limit", MOST + 1)
        .query(Integer.class)
        .single();
  }

  /// All rows in the order asked for, read some at a time within a transaction. To be closed.
  public <R extends RegisterRow> Stream<R> all(RegisterQuery<R> query, Asked asked) {
    return jdbc
        .sql(
            "select r.* from (%s) r%s"
                .formatted(query.rows(), order(query, query.sort(asked), false)))
        .withFetchSize(FETCH)
        .params(query.arguments())
        .query(query.type())
        .stream();
  }

  private static String beyond(RegisterQuery<?> query, Sort sort, Place place) {
    if (place.row() == null) {
      return "";
    }
    String key = key(query, sort).collect(Collectors.joining(", "));
    String comparison = sort.descending() == place.backwards() ? ">" : "<";
    return " where (%s) %s (select %s from (%s) r where r.id = :place)"
        .formatted(key, comparison, key, query.rows());
  }

  private static String order(RegisterQuery<?> query, Sort sort, boolean backwards) {
    String direction = sort.descending() == backwards ? "" : " desc";
    return key(query, sort).collect(Collectors.joining(direction + ", ", " order by ", direction));
  }

  private static Stream<String> key(RegisterQuery<?> query, Sort sort) {
    Stream<String> order =
        query.columns().stream()
            .filter(column -> column.name().equals(sort.column()))
            .flatMap(column -> column.order().stream());
    return Stream.concat(order, Stream.of("r.id"));
  }
}
