package vn.nenmong.consolidation.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.consolidation.reorganization.Reorganization.Into;
import vn.nenmong.consolidation.reorganization.Reorganization.Kind;
import vn.nenmong.consolidation.reorganization.Reorganization.Office;
import vn.nenmong.consolidation.reorganization.Reorganization.Takes;
import vn.nenmong.kernel.database.Fence;

/// Two hundred reorganizations of every kind, one after the other: no member is lost or doubled,
/// nothing open refers to what has ended, and every earlier day reads as it read before.
@SpringBootTest(properties = "nenmong.working-day=2030-12-31")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@BesideOthers
class RandomReorganizationsTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final int EVENTS = 200;
  private static final int MEMBERS = 60;
  private static final Set<Kind> REDUCING = Set.of(Kind.MERGE, Kind.DISSOLVE, Kind.CHANGE_KIND);

  @Autowired private CarryOutReorganization carryOut;

  private final JdbcClient owner = DATABASE.ownerJdbc();
  private int made;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    DATABASE.register(properties);
  }

  @BeforeAll
  void fill() {
    for (String code : List.of("MOT", "HAI", "BA")) {
      TestCommune commune = new TestCommune(DATABASE, code);
      for (int i = 1; i <= 5; i++) {
        TestCommune.Unit cell = commune.cell("CB0" + i, "Chi bộ " + code + i);
        UUID village = commune.village("B0" + i, "Bản " + code + i, cell, "own");
        UUID first =
            commune.member("Lò Văn " + code + i, cell, "1980", "male", "Thái", "2010", village);
        around(commune, cell, village, first);
        IntStream.range(0, MEMBERS / 15 - 1)
            .forEach(n -> commune.member("Vì Thị " + code + n, cell));
      }
    }
  }

  /// Someone on the list, the secretary, who is in charge and heads the village, a guest, a school,
  /// the regulation and a planned meeting of a cell.
  private void around(TestCommune commune, TestCommune.Unit cell, UUID village, UUID person) {
    for (String row :
        List.of(
            """
            with p as (
              insert into person (commune_id, name, sex) values (:commune, 'Cà Thị Mới', 'female')
              returning id)
            insert into candidate (person_id, commune_id, cell_id, village_id, listed, status)
            select id, :commune, :cell, :village, '[2016-06-01,)', 'listed' from p
            """,
            """
            insert into office_held (commune_id, person_id, organization_id, title, role, period)
            select :commune, :person, :cell, 'Bí thư', 'secretary', '[2014-01-01,)'
            where cast(:village as uuid) is not null
            """,
            """
            insert into charge (commune_id, person_id, cell_id, period)
            select :commune, :person, :cell, '[2015-01-01,)' where cast(:village as uuid) is not null
            """,
            """
            insert into agency (commune_id, name, kind, cell_id, period)
            select :commune, 'Trường học', 'school', :cell, '[2015-01-01,)'
            where num_nonnulls(cast(:village as uuid), cast(:person as uuid)) = 2
            """,
            """
            insert into village_post (commune_id, village_id, person_id, title, role, period)
            select :commune, :village, :person, 'Trưởng bản', 'village_head', '[2014-01-01,)'
            where cast(:cell as uuid) is not null
            """,
            """
            insert into temporary_standing (commune_id, person_id, kind, cell_id, period)
            select :commune, :person, 'guest', :cell, '[2016-01-01,)'
            where cast(:village as uuid) is not null
            """,
            """
            insert into working_regulation
              (commune_id, organization_id, number, issued_on, title, period)
            select :commune, :cell, '1-QC/CB', '2015-01-01', 'Quy chế làm việc', '[2015-01-01,)'
            where num_nonnulls(cast(:village as uuid), cast(:person as uuid)) = 2
            """,
            """
            insert into cell_meeting (commune_id, cell_id, month, kind)
            select :commune, :cell, '2031-01-01', 'regular'
            where num_nonnulls(cast(:village as uuid), cast(:person as uuid)) = 2
            """)) {
      owner
          .sql(row)
          .param("commune", commune.root().id())
          .param("cell", cell.id())
          .param("village", village)
          .param("person", person)
          .update();
    }
  }

  private record Row(String code, String kind, UUID id) {}

  private List<Row> units(LocalDate day, String kinds) {
    return owner
        .sql(
            """
            select case when o.id = c.id then o.code else c.code || '/' || o.code end as code, op.kind, o.id
            from organization_period op
            join organization o on o.id = op.organization_id
            join organization c on c.id = o.commune_id
            where op.period @> cast(:day as date) and op.kind = any(string_to_array(:kinds, ' '))
            order by 1
            """)
        .param("day", day)
        .param("kinds", kinds)
        .query(Row.class)
        .list();
  }

  private List<Row> villages(LocalDate day) {
    return owner
        .sql(
            """
            select c.code || '/' || v.code as code, 'village' as kind, v.id
            from village_period p
            join village v on v.id = p.village_id
            join organization c on c.id = v.commune_id
            where p.period @> cast(:day as date)
            order by 1
            """)
        .param("day", day)
        .query(Row.class)
        .list();
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private Into fresh(String prefix, String kind, @Nullable Takes takes) {
    String code = prefix + ++made;
    return new Into(null, code, "Tên " + code, kind, null, null, null, takes);
  }

  private static Into ledBy(Row cell, Into village) {
    return new Into(
        null, village.code(), village.name(), village.kind(), null, null, cell.code(), null);
  }

  private Reorganization event(Random random, LocalDate day) {
    LocalDate before = day.minusDays(1);
    List<Row> cells = units(day, "cell grassroots_cell");
    List<Row> committees = units(day, "grassroots_committee sub_committee");
    List<Row> roots = units(day, "grassroots_committee");
    List<Row> villages = villages(day);
    Kind wanted = any(List.of(Kind.values()), random);
    Kind kind = cells.size() < 8 && REDUCING.contains(wanted) ? Kind.SPLIT : wanted;
    List<String> from = List.of(any(cells, random).code());
    List<Into> into;
    List<Office> offices = List.of();
    switch (kind) {
      case FOUND -> {
        from = List.of();
        into =
            List.of(
                new Into(
                    null,
                    "N" + ++made,
                    "Đảng bộ bộ phận " + made,
                    random.nextBoolean() ? "sub_committee" : "cell",
                    any(committees, random).code(),
                    null,
                    null,
                    null));
      }
      case MERGE -> {
        boolean communes = roots.size() > 2 && random.nextInt(8) == 0;
        List<Row> of = communes ? roots : cells;
        Row one = any(of, random);
        Row other = any(of, random);
        from = List.of(one.code(), other.code());
        into =
            List.of(
                !communes && random.nextBoolean()
                    ? Into.existing(one.code())
                    : fresh("H", communes ? "grassroots_committee" : "cell", null));
      }
      case SPLIT -> {
        UUID source = any(cells, random).id();
        String code =
            cells.stream().filter(c -> c.id().equals(source)).findFirst().orElseThrow().code();
        from = List.of(code);
        List<String> members =
            owner
                .sql(
                    "select person_id::text from member_state where cell_id = ? and period @> ?::date order by 1")
                .params(source, day.toString())
                .query(String.class)
                .list();
        Takes half = new Takes(members.subList(0, (members.size() + 1) / 2), List.of(), List.of());
        into =
            random.nextBoolean()
                ? List.of(Into.existing(code), fresh("C", "cell", half))
                : List.of(fresh("C", "cell", half), fresh("C", "cell", null));
        if (!half.members().isEmpty() && random.nextBoolean()) {
          String part = into.stream().filter(Into::isNew).findFirst().orElseThrow().code();
          offices =
              List.of(
                  new Office(
                      String.valueOf(part), half.members().getFirst(), "Bí thư", "secretary"));
        }
      }
      case MOVE -> into = List.of(Into.existing(any(committees, random).code()));
      case RENAME ->
          into =
              List.of(
                  new Into(from.getFirst(), null, "Tên " + ++made, null, null, null, null, null));
      case CHANGE_KIND ->
          into =
              List.of(
                  new Into(
                      from.getFirst(),
                      null,
                      null,
                      any(List.of("grassroots_cell", "sub_committee"), random),
                      null,
                      null,
                      null,
                      null));
      case DISSOLVE -> into = List.of(Into.existing(any(cells, random).code()));
      case RENAME_VILLAGE -> {
        from = List.of(any(villages, random).code());
        into =
            List.of(new Into(from.getFirst(), null, "Bản " + ++made, null, null, null, null, null));
      }
      case MERGE_VILLAGES -> {
        from = List.of(any(villages, random).code(), any(villages, random).code());
        into =
            List.of(
                random.nextBoolean()
                    ? Into.existing(from.getFirst())
                    : ledBy(any(cells, random), fresh("V", "village", null)));
      }
      default -> {
        from = List.of(any(villages, random).code());
        into =
            List.of(
                Into.existing(from.getFirst()),
                fresh("V", "village", new Takes(List.of(), List.of(), List.of())));
      }
    }
    return new Reorganization(
        kind, day, new Decision("1", "Đảng ủy", before, null), from, into, offices, List.of());
  }

  private String reads(LocalDate day) {
    return owner
        .sql(
            """
            select md5(string_agg(r::text, '' order by r::text)) from (
              select to_jsonb(op) - 'period' as r from organization_period op
              where op.period @> cast(:day as date)
              union all
              select to_jsonb(s) - 'period' from member_state s where s.period @> cast(:day as date)
              union all
              select to_jsonb(v) - 'period' from village_period v where v.period @> cast(:day as date)
              union all
              select to_jsonb(h) - 'period' - 'until' from office_held h
              where h.period @> cast(:day as date)
              union all
              select to_jsonb(c) - 'listed' from candidate c where c.listed @> cast(:day as date)
              union all
              select to_jsonb(c) - 'period' from charge c where c.period @> cast(:day as date)
              union all
              select to_jsonb(a) - 'period' from agency a where a.period @> cast(:day as date)
              union all
              select to_jsonb(p) - 'period' from village_post p where p.period @> cast(:day as date)
              union all
              select to_jsonb(g) - 'period' from temporary_standing g
              where g.period @> cast(:day as date)
              union all
              select to_jsonb(w) - 'period' from working_regulation w
              where w.period @> cast(:day as date)) t
            """)
        .param("day", day)
        .query(String.class)
        .single();
  }

  /// Rows that hold on a day and refer to what has ended by then.
  private List<String> dangling(LocalDate day) {
    List<String> wrong = new ArrayList<>();
    for (Reference reference : Reference.ALL) {
      if (reference.period() == null) {
        continue;
      }
      boolean village = reference.column().equals("village_id");
      int open =
          owner
              .sql(
                  "select count(*) from %s t where t.%s @> cast(:day as date) and t.%s is not null and not exists (select from %s o where o.id = t.%s and o.life @> cast(:day as date))"
                      .formatted(
                          reference.table(),
                          reference.period(),
                          reference.column(),
                          village ? "village" : "organization",
                          reference.column()))
              .param("day", day)
              .query(Integer.class)
              .single();
      if (open > 0) {
        wrong.add(reference.table() + "." + reference.column() + ": " + open);
      }
    }
    return wrong;
  }

  /// Planned meetings of cells that have ended, but where the heir has its own of that month.
  private int meetingsOfNoCell(LocalDate day) {
    return owner
        .sql(
            """
            select count(*) from cell_meeting m
            where not exists (
                select from organization o where o.id = m.cell_id and o.life @> cast(:day as date))
              and not exists (
                select from cell_meeting own
                where own.cell_id = heir_on(m.cell_id, cast(:day as date))
                  and own.month = m.month and own.kind = m.kind)
            """)
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private int misplaced(LocalDate day) {
    return owner
        .sql(
            """
            select count(*) from organization_period op
            left join organization_period above
              on above.organization_id = op.parent_id and above.period @> cast(:day as date)
            where op.period @> cast(:day as date)
              and op.path is distinct from
                coalesce(above.path, '') || replace(op.organization_id::text, '-', '')
            """)
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  @Test
  void everyInvariantHoldsAndThePastStaysAsItWas() {
    long seed = Long.getLong("seed", 20250701L);
    Random random = new Random(seed);
    Map<LocalDate, String> read = new HashMap<>();
    Map<Kind, Integer> done = new HashMap<>();
    LocalDate day = LocalDate.of(2017, 1, 1);
    int carried = 0;
    int together = 0;
    for (int tries = 0; carried < EVENTS; tries++) {
      if (tries > EVENTS * 10) {
        fail("seed " + seed + ": only " + done);
      }
      Reorganization event = event(random, day);
      read.put(day.minusDays(1), reads(day.minusDays(1)));
      var outcome =
          Fence.aroundEverything("test").call(() -> carryOut.run(Viewer.COMMAND_LINE, event));
      if (outcome.change() == null) {
        continue;
      }
      carried++;
      done.merge(event.kind(), 1, Integer::sum);
      String what = "seed " + seed + ", event " + carried + ": " + event;
      assertThat(dangling(day)).as(what).isEmpty();
      assertThat(misplaced(day)).as(what).isZero();
      assertThat(meetingsOfNoCell(day)).as(what).isZero();
      assertThat(
              owner
                  .sql("select count(*) from member_state where period @> ?::date")
                  .param(day.toString())
                  .query(Integer.class)
                  .single())
          .as(what)
          .isEqualTo(MEMBERS);
      // Every third is of the same day as the one before.
      if (random.nextInt(3) > 0) {
        day = day.plusDays(1 + random.nextInt(20));
      } else {
        together++;
      }
    }
    read.forEach(
        (then, text) -> assertThat(reads(then)).as("seed %d, day %s", seed, then).isEqualTo(text));
    assertThat(together).as("seed " + seed).isGreaterThan(EVENTS / 5);
    assertThat(done.keySet()).as("seed " + seed).containsExactlyInAnyOrder(Kind.values());
    assertThat(
            owner
                .sql("select count(*) from candidate where listed @> ?::date")
                .param(day.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(MEMBERS / 4);
  }
}
