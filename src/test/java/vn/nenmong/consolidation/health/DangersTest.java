package vn.nenmong.consolidation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.consolidation.health.Dangers.At;
import vn.nenmong.organization.OrganizationRef;

/// What endangers a cell, on each side of each bound.
class DangersTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);
  private static int communes;

  private final SettingRepository settings = new SettingRepository(DATABASE.jdbc());
  private final Dangers dangers = new Dangers(new HealthRepository(DATABASE.jdbc()), settings);

  private TestCommune commune;
  private TestCommune.Unit cell;
  private TestCommune.Unit other;
  private String top;

  /// A cell of long ago with a secretary, whose members each test puts there, beside another.
  @BeforeEach
  void aCommune() {
    commune = new TestCommune(DATABASE, "C" + ++communes);
    cell = commune.cell("CB01", "Chi bộ Nà Một");
    other = commune.cell("CB02", "Chi bộ Nà Hai");
    top = commune.root().path();
    sql("update organization set founded = '1995' where id = ?", cell.id());
    sql(
        "insert into register_year select ?, 'members', generate_series(2000, 2018)",
        commune.root().id());
  }

  private static void sql(String statement, Object... values) {
    DATABASE.ownerJdbc().sql(statement).params(values).update();
  }

  private List<UUID> members(int count, @Nullable String born, String admitted) {
    return IntStream.range(0, count)
        .mapToObj(_ -> commune.member("Lò Văn Ước", cell, born, "male", "Thái", admitted, null))
        .toList();
  }

  private void secretary(TestCommune.Unit of, UUID person, String period) {
    sql(
        """
        insert into office_held (commune_id, person_id, organization_id, title, role, period)
        values (?, ?, ?, 'Bí thư', 'secretary', cast(? as daterange))
        """,
        commune.root().id(),
        person,
        of.id(),
        period);
  }

  private List<Concern> on(LocalDate day) {
    return on(day, Scope.ALL).getOrDefault(cell.id(), List.of());
  }

  /// Asked both ways: all cells on a day, and some cells on days of their own.
  private Map<UUID, List<Concern>> on(LocalDate day, Scope scope) {
    UUID root = commune.root().id();
    Map<UUID, List<Concern>> found =
        dangers.of(
            scope, new OrganizationRef(root, root, "", "", "", "grassroots_committee", top), day);
    Set<At> asked =
        Stream.of(cell, other)
            .flatMap(one -> Stream.of(day, day.minusYears(1)).map(on -> new At(one.id(), on)))
            .collect(Collectors.toSet());
    Map<UUID, List<Concern>> onTheDay = new HashMap<>();
    dangers
        .of(scope, asked)
        .forEach((at, concerns) -> {
          if (at.day().equals(day)) {
            onTheDay.put(at.cell(), concerns);
          }
        });
    assertThat(onTheDay).isEqualTo(found);
    return found;
  }

  private List<Reason> reasons(LocalDate day) {
    return on(day).stream().map(Concern::reason).toList();
  }

  @Test
  void fewerThanFiveOfficialMembersAreFew() {
    List<UUID> five = members(5, "1980", "2014-01-01");
    assertThat(reasons(DAY)).isEmpty();
    sql(
        "update member_state set period = daterange(lower(period), '2016-06-01') where person_id = ?",
        five.getFirst());
    sql(
        """
        insert into member_state (person_id, period, commune_id, cell_id, standing, exempt)
        values (?, '[2016-06-01,)', ?, ?, 'official', false)
        """,
        five.getFirst(),
        commune.root().id(),
        other.id());
    assertThat(on(DAY)).containsExactly(Concern.of(Reason.FEW_OFFICIAL, 4, 5));
    assertThat(reasons(LocalDate.of(2016, 5, 31))).isEmpty();
    sql("update member_state set standing = 'probationary' where person_id = ?", five.get(1));
    assertThat(on(DAY)).containsExactly(Concern.of(Reason.FEW_OFFICIAL, 3, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "1966-12-31, 50",
    "1967-01-01,",
    "1966, 50",
    "1967,",
    "1966-12, 50",
    "1950-05-05, 66",
  })
  void nobodyUnderFiftyIsOld(String born, @Nullable Integer age) {
    members(5, born, "2014-01-01");
    assertThat(on(DAY))
        .isEqualTo(age == null ? List.of() : List.of(Concern.of(Reason.NOBODY_YOUNG, age, 50)));
    assertThat(reasons(LocalDate.of(2016, 12, 30)).contains(Reason.NOBODY_YOUNG))
        .isEqualTo(age != null && age > 50);
  }

  @Test
  void whereABirthIsNotKnownNobodyIsSaidToBeOld() {
    members(5, "1950", "2014-01-01");
    assertThat(reasons(DAY)).containsExactly(Reason.NOBODY_YOUNG);
    members(1, null, "2014-01-01");
    assertThat(reasons(DAY)).isEmpty();
  }

  @Test
  void fiveYearsWithoutAnAdmissionAreLong() {
    List<UUID> five = members(5, "1980", "2009-03-01");
    assertThat(on(DAY)).containsExactly(Concern.of(Reason.NO_ADMISSION, 5));
    assertThat(reasons(LocalDate.of(2014, 2, 28))).isEmpty();
    assertThat(reasons(LocalDate.of(2014, 3, 1))).containsExactly(Reason.NO_ADMISSION);
    sql(
        "update membership set admitted = '2012-01-01', recognised = null where person_id = ?",
        five.getFirst());
    assertThat(reasons(DAY)).isEmpty();
    sql("update membership set begun_by = 'transfer_in' where person_id = ?", five.getFirst());
    assertThat(reasons(DAY)).containsExactly(Reason.NO_ADMISSION);
  }

  @ParameterizedTest
  @CsvSource({"2012, true", "2013, false"})
  void whetherNobodyWasAdmittedIsKnownFromTheFirstYearOfTheRegisterOn(int first, boolean known) {
    members(5, "1980", "2009-03-01");
    sql("delete from register_year where year < ? and commune_id = ?", first, commune.root().id());
    assertThat(reasons(DAY).contains(Reason.NO_ADMISSION)).isEqualTo(known);
    assertThat(reasons(LocalDate.of(first + 4, 12, 30))).isEmpty();
    assertThat(reasons(LocalDate.of(first + 4, 12, 31))).containsExactly(Reason.NO_ADMISSION);
    sql("delete from register_year where commune_id = ?", commune.root().id());
    assertThat(reasons(DAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2013, false", "2014, true"})
  void whetherNobodyWasAdmittedIsNotKnownWhereNoListOfTheLastTwoYearsIsThere(
      int last, boolean known) {
    members(5, "1980", "2009-03-01");
    sql("delete from register_year where year > ? and commune_id = ?", last, commune.root().id());
    assertThat(reasons(DAY).contains(Reason.NO_ADMISSION)).isEqualTo(known);
  }

  @Test
  void anAdmissionFromBeforeTheCommuneIsOfTheCellThatSomeoneIsFirstKnownIn() {
    UUID someone = members(5, "1980", "2009-03-01").getFirst();
    sql(
        "update membership set admitted = '2012-06-01', recognised = null, period = '[2012-06-01,)' where person_id = ?",
        someone);
    assertThat(reasons(DAY)).isEmpty();
  }

  @Test
  void anAdmissionStaysTheOneOfTheCellThatSomeoneHasLeft() {
    UUID gone = members(6, "1980", "2009-03-01").getFirst();
    sql(
        "update membership set admitted = '2015-01-01', recognised = null where person_id = ?",
        gone);
    sql(
        "update member_state set period = daterange(lower(period), '2016-06-01') where person_id = ?",
        gone);
    sql(
        """
        insert into member_state (person_id, period, commune_id, cell_id, standing, exempt)
        values (?, '[2016-06-01,)', ?, ?, 'official', false)
        """,
        gone,
        commune.root().id(),
        other.id());
    assertThat(reasons(DAY)).isEmpty();
  }

  @Test
  void aCellYoungerThanFiveYearsMayHaveAdmittedNobody() {
    members(5, "1980", "2009-03-01");
    sql("update organization set founded = '2012' where id = ?", cell.id());
    assertThat(reasons(DAY)).isEmpty();
    sql("update organization set founded = '2011' where id = ?", cell.id());
    assertThat(reasons(DAY)).containsExactly(Reason.NO_ADMISSION);
    sql("update organization set founded = null where id = ?", cell.id());
    assertThat(reasons(DAY)).isEmpty();
    assertThat(reasons(LocalDate.of(2018, 6, 30))).isEmpty();
    assertThat(reasons(LocalDate.of(2018, 7, 1))).containsExactly(Reason.NO_ADMISSION);
  }

  @Test
  void aSecretaryIsMissingWhereSomeAreKnown() {
    UUID someone = members(5, "1980", "2014-01-01").getFirst();
    assertThat(reasons(DAY)).as("no offices are known").isEmpty();
    secretary(other, someone, "[2015-01-01,)");
    assertThat(on(DAY)).extracting(Concern::word).containsExactly("secretary_vacant");
    assertThat(reasons(LocalDate.of(2014, 12, 31))).isEmpty();
    secretary(cell, someone, "[2016-03-01,2016-12-31)");
    assertThat(reasons(DAY)).containsExactly(Reason.SECRETARY_AWAY);
    assertThat(reasons(LocalDate.of(2016, 12, 30))).isEmpty();
    assertThat(reasons(LocalDate.of(2016, 2, 29))).containsExactly(Reason.SECRETARY_AWAY);
  }

  @ParameterizedTest
  @CsvSource({"away, secretary_away", "suspended, secretary_suspended"})
  void aSecretaryWhoIsAwayOrSuspendedIsMissing(String kind, String word) {
    UUID someone = members(5, "1980", "2014-01-01").getFirst();
    secretary(cell, someone, "[2015-01-01,)");
    sql(
        """
        insert into temporary_standing (commune_id, person_id, kind, period)
        values (?, ?, ?, '[2016-04-01,2016-12-31)')
        """,
        commune.root().id(),
        someone,
        kind);
    assertThat(reasons(DAY)).isEmpty();
    assertThat(on(LocalDate.of(2016, 12, 30))).extracting(Concern::word).containsExactly(word);
    assertThat(reasons(LocalDate.of(2016, 3, 31))).isEmpty();
  }

  @Test
  void anOfficeSetsItsOwnBounds() {
    members(5, "1970", "2009-03-01");
    UUID unit = commune.root().id();
    settings.set(unit, Setting.OFFICIAL, 6, "office", Instant.EPOCH);
    settings.set(unit, Setting.YOUNG, 45, "office", Instant.EPOCH);
    settings.set(unit, Setting.ADMISSION, 10, "office", Instant.EPOCH);
    assertThat(on(DAY))
        .containsExactly(
            Concern.of(Reason.FEW_OFFICIAL, 5, 6), Concern.of(Reason.NOBODY_YOUNG, 46, 45));
    settings.unset(unit, Setting.YOUNG);
    assertThat(reasons(DAY)).containsExactly(Reason.FEW_OFFICIAL);
  }

  @Test
  void whatABodyAboveSetsCountsWhereTheCommuneSetsNothing() {
    members(5, "1980", "2014-01-01");
    UUID above = UUID.randomUUID();
    String label = above.toString().replace("-", "");
    sql(
        "insert into organization (id, commune_id, code, life) values (?, ?, ?, '[2000-01-01,)')",
        above,
        above,
        "T" + communes);
    sql(
        """
        insert into organization_period (organization_id, period, commune_id, name, kind, path)
        values (?, '[2000-01-01,)', ?, 'Đảng bộ tỉnh', 'province', cast(? as ltree))
        """,
        above,
        above,
        label);
    sql(
        "update organization_period set path = cast(? as ltree) || path where commune_id = ?",
        label,
        commune.root().id());
    top = label + "." + top;
    settings.set(above, Setting.OFFICIAL, 6, "board", Instant.EPOCH);
    assertThat(reasons(DAY)).containsExactly(Reason.FEW_OFFICIAL);
    settings.set(commune.root().id(), Setting.OFFICIAL, 4, "office", Instant.EPOCH);
    assertThat(reasons(DAY)).isEmpty();
  }

  @Test
  void whatTheScopeDoesNotReachIsNotThere() {
    assertThat(on(DAY, Scope.ALL)).containsOnlyKeys(cell.id(), other.id());
    assertThat(on(DAY, new Scope(List.of(other.path())))).containsOnlyKeys(other.id());
  }
}
