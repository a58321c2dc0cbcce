package vn.nenmong.membership.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Place;
import vn.nenmong.kernel.web.Slice;
import vn.nenmong.kernel.web.Sort;
import vn.nenmong.organization.Reach;

/// Members on a day, narrowed, in order, by pages.
@Repository
class MemberRepository {

  /// The values by which a row stands where it does, in every order.
  private record Key(
      UUID id,
      String givenName,
      String otherNames,
      String born,
      String admitted,
      @Nullable UUID cellId) {}

  static final String JOINED_FRAGMENT =
      """
      from person p
      join member_state s on s.person_id = p.id and s.commune_id = p.commune_id
      """;

  /// For a search through all: first the people of that name, then the state of each. Told to join
  /// the two, the planner reads every state. The odd `is true` keeps it at the index by person.
  static final String PEOPLE_FIRST_FRAGMENT =
      """
      from person p
      cross join lateral (
        select * from member_state
        where person_id = p.id and commune_id = p.commune_id and (period @> cast(:day as date)) is true
        limit 1) s
      """;

  /// The cells are those that the scope reaches. That they are is asked once and for all of them,
  /// so that the planner sees the cells themselves and knows how many members they have.
  static final String WHERE_FRAGMENT =
      """
      where p.commune_id = :commune and s.commune_id = :commune
        and s.period @> cast(:day as date)
        and s.cell_id = any(:cells)
        and (select bool_and(op.path <@ any(cast(:scope as ltree[])))
             from organization_period op
             where op.organization_id = any(:cells) and op.period @> cast(:day as date))
      """;

  static final String ADMISSION_FRAGMENT =
      """
      join membership a on a.person_id = p.id and a.commune_id = p.commune_id
        and a.period @> cast(:day as date)
      """;

  static final String SHOWN_FRAGMENT =
      """
      select l.*, p.name, p.sex, p.born, p.ethnicity, op.name as cell, vp.name as village,
        m.admitted, m.recognised, m.card_number, m.note
      from listed l
      join person p on p.id = l.id
      join membership m on m.person_id = l.id and m.period @> cast(:day as date)
      join organization_period op on op.organization_id = l.cell_id and op.period @> cast(:day as date)
      left join village_period vp on vp.village_id = l.village_id and vp.period @> cast(:day as date)
      """;

  @Unscoped("asked of a member who was found in the scope")
  static final String KEY =
      """
      select p.id, p.given_name, p.other_names, coalesce(p.born, '9999') as born, m.admitted, s.cell_id
      from person p
      join membership m on m.person_id = p.id and m.period @> cast(:day as date)
      join member_state s on s.person_id = p.id and s.period @> cast(:day as date)
      where p.id = :id and p.commune_id = :commune and s.cell_id = any(:cells)
      """;

  static final String VILLAGES =
      """
      select village_id as id, name
      from village_period
      where commune_id = any(:roots) and period @> cast(:day as date) and cell_id = any(:cells)
        and (select bool_and(op.path <@ any(cast(:scope as ltree[])))
             from organization_period op
             where op.organization_id = any(:cells) and op.period @> cast(:day as date))
      order by name collate vi
      """;

  /// The different ethnic groups of a commune's people, by leaping from one to the next.
  @Unscoped("asked of an organization that was found in the scope")
  static final String ETHNICITIES =
      """
      with recursive leap as (
        select min(ethnicity) as ethnicity from person where commune_id = :commune
        union all
        select (select min(p.ethnicity) from person p
                where p.commune_id = :commune and p.ethnicity > leap.ethnicity)
        from leap where leap.ethnicity is not null)
      select ethnicity from leap where ethnicity is not null order by ethnicity collate vi
      """;

  /// What a list can be ordered by; the first is the usual one.
  static final List<String> SORTS = List.of("name", "birth", "admission", "cell");

  private static final int CELLS_AT_ONCE = 8;

  private final JdbcClient jdbc;

  MemberRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A page of the members whom a reach and a filter leave, from a place on.
  Slice<MemberRow> list(Reach reach, MemberFilter filter, Sort sort, Place place, int size) {
    Optional<Key> key = Optional.ofNullable(place.row()).flatMap(row -> key(reach, row));
    Place from = key.isPresent() ? place : Place.START;
    boolean descending = sort.descending() != from.backwards();
    List<UUID> cells = reach.cells();
    List<MemberRow> rows = List.of();
    for (List<UUID> some :
        sort.column().equals("cell") ? windows(cells, key, descending) : List.of(cells)) {
      var statement =
          ofCommunes(
              "with listed as materialized (\n"
                  + listed(reach, filter, sort, descending, key.isPresent())
                  + orderBy(order(sort), descending)
                  + " limit :limit)\n"
                  + SHOWN_FRAGMENT
                  + orderBy(shownOrder(sort), descending),
              reach);
      bind(statement, reach, some, filter).param("limit", size + 1);
      key.ifPresent(row -> bindKey(statement, cells, sort, row));
      rows = statement.query(MemberRepository::row).list();
      if (rows.size() > size) {
        break;
      }
    }
    return Slice.of(rows, from, size, MemberRow::id);
  }

  /// By cell, a page is of the next few cells; only where these have too few members, of all that
  /// follow. So a deep page does not sort the whole commune.
  private static List<List<UUID>> windows(List<UUID> cells, Optional<Key> key, boolean descending) {
    List<UUID> ordered = descending ? cells.reversed() : cells;
    int start = Math.max(0, key.map(row -> ordered.indexOf(row.cellId())).orElse(0));
    List<UUID> rest = ordered.subList(start, ordered.size());
    return rest.size() <= CELLS_AT_ONCE
        ? List.of(rest)
        : List.of(rest.subList(0, CELLS_AT_ONCE), rest);
  }

  /// All members whom a reach and a filter leave, read as they are taken: to be closed, and taken
  /// within the transaction.
  Stream<MemberRow> stream(Reach reach, MemberFilter filter, Sort sort) {
    var statement =
        ofCommunes(
                "with listed as (\n"
                    + listed(reach, filter, sort, sort.descending(), false)
                    + ")\n"
                    + SHOWN_FRAGMENT
                    + orderBy(shownOrder(sort), sort.descending()),
                reach)
            .withFetchSize(2_000);
    return bind(statement, reach, reach.cells(), filter).query(MemberRepository::row).stream();
  }

  /// How many members a reach and a filter leave; `most + 1` for any more than `most`.
  int count(Reach reach, MemberFilter filter, int most) {
    var statement =
        ofCommunes(
            "select count(*) from (select 1 "
                + from(reach, filter, false)
                + where(filter)
                + " limit :limit)",
            reach);
    return bind(statement, reach, reach.cells(), filter)
        .param("limit", (long) most + 1)
        .query(Integer.class)
        .single();
  }

  List<Village> villages(Reach reach) {
    return jdbc.sql(VILLAGES)
        .param("roots", uuids(reach.roots()))
        .param("day", reach.day())
        .param("cells", uuids(reach.cells()))
        .param("scope", reach.scope().sql())
        .query(Village.class)
        .list();
  }

  List<String> ethnicities(Reach reach) {
    return ofCommunes(ETHNICITIES, reach).query(String.class).list();
  }

  /// The people of a commune that came of several stand in the records of each of them. One alone
  /// is asked for by itself: only then its index gives them in their order.
  private JdbcClient.StatementSpec ofCommunes(String statement, Reach reach) {
    List<UUID> communes = reach.communes();
    return communes.size() == 1
        ? jdbc.sql(statement).param("commune", communes.getFirst())
        : jdbc.sql(statement.replace("= :commune", "= any(:commune)"))
            .param("commune", uuids(communes));
  }

  private Optional<Key> key(Reach reach, UUID row) {
    return ofCommunes(KEY, reach)
        .param("id", row)
        .param("day", reach.day())
        .param("cells", uuids(reach.cells()))
        .query(Key.class)
        .optional();
  }

  private static List<String> order(Sort sort) {
    return switch (sort.column()) {
      case "birth" -> List.of("coalesce(p.born, '9999')", "p.id");
      case "admission" -> List.of("a.admitted", "a.person_id");
      case "cell" ->
          List.of("array_position(:order, s.cell_id)", "p.given_name", "p.other_names", "p.id");
      default -> List.of("p.given_name", "p.other_names", "p.id");
    };
  }

  private static String listed(
      Reach reach, MemberFilter filter, Sort sort, boolean descending, boolean fromKey) {
    List<String> order = order(sort);
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < order.size(); i++) {
      keys.append(", ").append(order.get(i)).append(" as k").append(i);
    }
    String columns =
        "select p.id, s.cell_id, s.village_id, s.standing, s.exempt, s.education, s.qualification,"
            + " s.theory, s.occupation";
    return columns
        + keys
        + "\n"
        + from(reach, filter, sort.column().equals("admission"))
        + where(filter)
        + (fromKey ? beyond(order, descending) : "");
  }

  private static String from(Reach reach, MemberFilter filter, boolean admission) {
    boolean throughAll =
        !filter.folded().isEmpty() && filter.village() == null && reach.isWholeCommune();
    return (throughAll ? PEOPLE_FIRST_FRAGMENT : JOINED_FRAGMENT)
        + (admission ? ADMISSION_FRAGMENT : "");
  }

  /// Partial dates are compared as they are written: `1956` lies before `1956-05-03`, and `1956~`,
  /// the last that year may mean, after it.
  private static String where(MemberFilter filter) {
    StringBuilder where = new StringBuilder(WHERE_FRAGMENT);
    if (!filter.folded().isEmpty()) {
      where.append(" and p.folded like :like");
    }
    if (filter.village() != null) {
      where.append(" and s.village_id = :village");
    }
    if (given(filter.standing())) {
      where.append(" and s.standing = :standing");
    }
    if (given(filter.sex())) {
      where.append(" and p.sex = :sex");
    }
    if (given(filter.ethnicity())) {
      where.append(" and p.ethnicity = :ethnicity");
    }
    if (filter.ageFrom() != null) {
      where.append(" and p.born <= :bornUntil");
    }
    if (filter.ageTo() != null) {
      where.append(" and p.born || '~' > :bornFrom");
    }
    if (filter.admitted() != null) {
      where.append(
          """
           and p.id in (
             select person_id from membership
             where commune_id = :commune and admitted >= :year and admitted < :yearAfter
               and period @> cast(:day as date))
          """);
    }
    return where.toString();
  }

  private static String beyond(List<String> order, boolean descending) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      names.add(":key" + i);
    }
    return " and (%s) %s (%s)"
        .formatted(String.join(", ", order), descending ? "<" : ">", String.join(", ", names));
  }

  private static List<String> shownOrder(Sort sort) {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < order(sort).size(); i++) {
      order.add("l.k" + i);
    }
    return order;
  }

  private static String orderBy(List<String> order, boolean descending) {
    String direction = descending ? " desc" : "";
    return " order by " + String.join(direction + ", ", order) + direction;
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, Reach reach, List<UUID> cells, MemberFilter filter) {
    LocalDate day = reach.day();
    statement
        .param("day", day)
        .param("cells", uuids(cells))
        .param("order", uuids(reach.cells()))
        .param("scope", reach.scope().sql())
        .param("like", "%" + likeLiteral(filter.folded()) + "%")
        .param("village", filter.village())
        .param("standing", filter.standing())
        .param("sex", filter.sex())
        .param("ethnicity", filter.ethnicity());
    if (filter.ageFrom() != null) {
      statement.param("bornUntil", day.minusYears(filter.ageFrom()).toString());
    }
    if (filter.ageTo() != null) {
      statement.param("bornFrom", day.minusYears(filter.ageTo() + 1L).plusDays(1).toString());
    }
    if (filter.admitted() != null) {
      statement
          .param("year", "%04d".formatted(filter.admitted()))
          .param("yearAfter", "%04d".formatted(filter.admitted() + 1));
    }
    return statement;
  }

  private static void bindKey(
      JdbcClient.StatementSpec statement, List<UUID> cells, Sort sort, Key key) {
    List<?> values =
        switch (sort.column()) {
          case "birth" -> List.of(key.born(), key.id());
          case "admission" -> List.of(key.admitted(), key.id());
          case "cell" ->
              List.of(cells.indexOf(key.cellId()) + 1, key.givenName(), key.otherNames(), key.id());
          default -> List.of(key.givenName(), key.otherNames(), key.id());
        };
    for (int i = 0; i < values.size(); i++) {
      statement.param("key" + i, values.get(i));
    }
  }

  private static SqlArrayValue uuids(List<UUID> ids) {
    return new SqlArrayValue("uuid", ids.toArray());
  }

  private static boolean given(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  private static String likeLiteral(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static MemberRow row(ResultSet rs, int number) throws SQLException {
    return new MemberRow(
        rs.getObject("id", UUID.class),
        rs.getString("name"),
        rs.getString("sex"),
        date(rs.getString("born")),
        rs.getString("ethnicity"),
        rs.getString("cell"),
        rs.getObject("cell_id", UUID.class),
        rs.getString("village"),
        rs.getString("standing"),
        rs.getBoolean("exempt"),
        PartialDate.parse(rs.getString("admitted")),
        date(rs.getString("recognised")),
        rs.getString("card_number"),
        rs.getString("education"),
        rs.getString("qualification"),
        rs.getString("theory"),
        rs.getString("occupation"),
        rs.getString("note"));
  }

  private static @Nullable PartialDate date(@Nullable String iso) {
    return iso == null ? null : PartialDate.parse(iso);
  }
}
