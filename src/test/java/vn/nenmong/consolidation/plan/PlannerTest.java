package vn.nenmong.consolidation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.Alternative.How;
import vn.nenmong.consolidation.plan.Alternative.Placed;
import vn.nenmong.consolidation.plan.VillageOutlook.Coming;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization.Outcome;
import vn.nenmong.consolidation.reorganization.CarryOutReorganizationFixture;
import vn.nenmong.consolidation.reorganization.Mergers;
import vn.nenmong.consolidation.reorganization.Reorganization.Decision;
import vn.nenmong.entry.Changes;
import vn.nenmong.entry.RecordChangeFixture;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.step.WaysFixture;
import vn.nenmong.rule.Rulebooks;

/// From registers and rules to plans, and from a signed plan to records. Today is 31/12/2016.
class PlannerTest {

  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);

  private final TestDatabase database = TestDatabase.create();
  private final DataSource source = database.dataSource(database.app());
  private final JdbcClient jdbc = JdbcClient.create(source);
  private final JdbcClient owner = database.ownerJdbc();
  private final Today today = new Today(Clock.systemUTC(), DAY);
  private final RecordChangeFixture changes = RecordChangeFixture.of(source, today);
  private final PlanFactsRepository facts = new PlanFactsRepository(jdbc);
  private final PlanFacts problems = new PlanFacts(facts, new Rulebooks(jdbc));
  private final PlanRunRepository runs = new PlanRunRepository(jdbc);
  private final PlanEffectRepository effects = new PlanEffectRepository(jdbc);
  private final CarryOutReorganization carryOut = CarryOutReorganizationFixture.of(source, today);
  private final SignPlan sign =
      new SignPlan(
          runs,
          effects,
          new FoundJointCell(effects, carryOut),
          changes.record(),
          changes.changes(),
          new TransactionTemplate(new DataSourceTransactionManager(source)),
          today);

  private final TestCommune commune = new TestCommune(database, "NATONG");
  private final UUID root = commune.root().id();
  private final TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Pá Kín");
  private final TestCommune.Unit other = commune.cell("CB02", "Chi bộ Huổi Chanh");
  private final UUID seat = commune.village("B01", "Pá Kín", cell, "own");
  private final UUID joint = commune.village("B02", "Na Ố", cell, "joint");
  private final UUID otherSeat = commune.village("B03", "Huổi Chanh", other, "own");

  private UUID official(String name, TestCommune.Unit of, UUID village) {
    return commune.member(name, of, "1980-05-03", "male", "Thái", "2010-01-01", village);
  }

  /// Na Ố has one official member, one who is probationary till 1 March, and a candidate.
  private void people() {
    for (String name : List.of("Lò Văn Một", "Lò Văn Hai", "Lò Văn Ba", "Lò Văn Bốn")) {
      official(name, cell, seat);
    }
    official("Lò Văn Ố", cell, joint);
    UUID probationary = official("Lò Văn Dự", cell, joint);
    owner
        .sql("update membership set admitted = '2016-03-01', recognised = null where person_id = ?")
        .param(probationary)
        .update();
    owner
        .sql("update member_state set standing = 'probationary' where person_id = ?")
        .param(probationary)
        .update();
    owner
        .sql(
            """
            with p as (
              insert into person (commune_id, name, born) values (:commune, 'Lò Thị Ưu', '1990')
              returning id)
            insert into candidate (person_id, commune_id, cell_id, village_id, listed, status)
            select id, :commune, :cell, :village, '[2016-06-01,)', 'listed' from p
            """)
        .param("commune", root)
        .param("cell", cell.id())
        .param("village", joint)
        .update();
  }

  private VillageOutlook outlook() {
    VillagesFound found =
        new VillageOutlooks(
                facts, problems, WaysFixture.of(jdbc, today), new Rulebooks(jdbc), today)
            .of(Scope.ALL, root);
    assertThat(found.own()).isEqualTo(2);
    return found.villages().getFirst();
  }

  private void rule(String code, String value) {
    owner.sql("update rule_value set value = ? where code = ?").params(value, code).update();
  }

  /// `cell.min_official` of three, `probation.months` of twelve.
  @Test
  void aVillageCanHaveItsOwnCellWhenTheThirdOfThoseOnTheirWayIsOfficial() {
    people();
    VillageOutlook village = outlook();
    assertThat(village.officials()).isEqualTo(1);
    assertThat(village.coming())
        .extracting(Coming::earliest)
        .containsExactly(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 12, 31));
    assertThat(village.ownFrom()).isEqualTo(LocalDate.of(2017, 12, 31));
    assertThat(problems.villages(Scope.ALL, root, DAY, Map.of()).villages())
        .extracting(VillageProblem.Village::officials)
        .containsExactly(1);
  }

  @Test
  void anotherValueOfARuleChangesTheAnswer() {
    people();
    rule("cell.min_official", "2");
    assertThat(outlook().ownFrom()).isEqualTo(LocalDate.of(2017, 3, 1));
    rule("probation.months", "6 months");
    assertThat(outlook().ownFrom()).isEqualTo(DAY);
    rule("cell.min_official", "9");
    assertThat(outlook().ownFrom()).isNull();
    assertThat(problems.villages(Scope.ALL, root, DAY, Map.of()).cells())
        .extracting(ServingCell::least)
        .containsOnly(9);
  }

  @Test
  void aCellKeepsWhoDoesNotLiveInAVillageThatCanGo() {
    people();
    official("Lò Văn Chanh", other, joint);
    VillageProblem problem = problems.villages(Scope.ALL, root, DAY, Map.of());
    assertThat(problem.cells())
        .containsExactlyInAnyOrder(
            new ServingCell(cell.id(), 4, 5, 3),
            new ServingCell(other.id(), 1, 1, 3),
            ServingCell.at(joint, 3));
    assertThat(outlook().elsewhere()).isEqualTo(1);
  }

  private UUID committee(String name, String role, TestCommune.Unit of) {
    UUID person = official(name, of, seat);
    owner
        .sql(
            """
            insert into office_held (commune_id, person_id, organization_id, title, role, period)
            values (?, ?, ?, ?, ?, '[2015-06-01,)')
            """)
        .params(root, person, root, role, role)
        .update();
    return person;
  }

  private void charge(UUID person, TestCommune.Unit of, String period) {
    owner
        .sql(
            """
            insert into charge (commune_id, person_id, cell_id, period)
            values (?, ?, ?, cast(? as daterange))
            """)
        .params(root, person, of.id(), period)
        .update();
  }

  @Test
  void theCommitteeIsWhoeverHoldsAnOfficeInItWithTheCellsThatTheyKnow() {
    UUID secretary = committee("Lò Văn Bí", "secretary", cell);
    UUID member = committee("Lò Văn Ủy", "committee_member", other);
    committee("Lò Văn Khác", "other", cell);
    owner.sql("update person set languages = 'tiếng Mông' where id = ?").param(secretary).update();
    owner.sql("update person set ethnicity = 'Kinh' where id = ?").param(member).update();
    charge(secretary, other, "[2015-06-01,2016-06-01)");
    charge(member, cell, "[2016-06-01,)");
    ChargeProblem problem = problems.charge(Scope.ALL, root, DAY, Map.of());
    assertThat(problem.people())
        .containsExactlyInAnyOrder(
            new CommitteeMember(secretary, cell.id(), Set.of("thai", "mong"), true),
            new CommitteeMember(member, other.id(), Set.of("kinh"), true));
    assertThat(problem.cells())
        .extracting(ChargeProblem.Cell::id, ChargeProblem.Cell::language)
        .contains(tuple(cell.id(), "thai"), tuple(other.id(), null));
    assertThat(problem.before(cell.id())).containsExactly(member);
    assertThat(problem.before(other.id())).isEmpty();
  }

  /// A run that is done with one plan, which is to be decided.
  private UUID drafted(PlanKind kind, Placed... placed) {
    return drafted(root, kind, true, placed);
  }

  private UUID drafted(UUID of, PlanKind kind, boolean feasible, Placed... placed) {
    UUID id = UUID.randomUUID();
    UUID claim = UUID.randomUUID();
    runs.insert(id, of, kind, DAY, Criterion.weights(kind), Map.of(), "office", today.now());
    assertThat(runs.claim(id, claim, today.now())).isTrue();
    assertThat(runs.claim(id, UUID.randomUUID(), today.now())).isFalse();
    assertThat(runs.pulse(id, UUID.randomUUID(), 50, null, today.now())).isFalse();
    assertThat(runs.pulse(id, claim, 50, null, today.now())).isTrue();
    runs.finish(
        id,
        claim,
        List.of(
            new Alternative(How.BEST, null, feasible, BigDecimal.ONE, List.of(placed), List.of())),
        today.now());
    runs.draft(id, 0, "office", today.now());
    return id;
  }

  private UUID sign(UUID run) {
    return sign(run, Map.of());
  }

  /// Once what it does was seen.
  private UUID sign(UUID run, Map<UUID, NewCell> cells) {
    try {
      return sign(run, cells, "");
    } catch (Unseen unseen) {
      return sign(run, cells, unseen.digest());
    }
  }

  private UUID sign(UUID run, Map<UUID, NewCell> cells, String seen) {
    Decision decision = new Decision("12-QĐ/ĐU", "Đảng ủy xã", DAY, null);
    return sign.run(Viewer.COMMAND_LINE, run, decision, cells, seen);
  }

  private PlanRun run(UUID id) {
    return runs.find(Scope.ALL, id).orElseThrow();
  }

  private List<String> rows(String sql) {
    return owner.sql(sql).query(String.class).list();
  }

  private static final String OF_VILLAGE =
      """
      select concat_ws(' ', vp.period, o.code, vp.meeting_form)
      from village_period vp join village v on v.id = vp.village_id
      left join organization o on o.id = vp.cell_id
      where v.code = 'B02' order by vp.period
      """;

  @Test
  void aSignedPlanOfVillagesBecomesRecordsAndCanBeTakenBack() {
    UUID id =
        drafted(
            PlanKind.VILLAGES, new Placed(joint, List.of(cell.id()), other.id(), null, List.of()));
    List<String> before = rows(OF_VILLAGE);
    UUID change = sign(id);
    assertThat(rows(OF_VILLAGE))
        .containsExactly("[2013-07-01,2016-12-31) CB01 joint", "[2016-12-31,) CB02 joint");
    assertThat(run(id).isInForce()).isTrue();
    assertThatThrownBy(() -> sign(id)).hasMessageContaining("sign.already");
    changes.takeBack(change);
    assertThat(rows(OF_VILLAGE)).isEqualTo(before);
    assertThat(run(id).isInForce()).isFalse();
  }

  private static final String VILLAGES_NOW =
      """
      select concat_ws(' ', v.code, o.code, vp.meeting_form)
      from village_period vp join village v on v.id = vp.village_id
      left join organization o on o.id = vp.cell_id
      where vp.period @> date '2016-12-31' order by v.code
      """;

  private static final String MEMBERS_NOW =
      """
      select concat_ws(' ', p.name, o.code)
      from member_state s join person p on p.id = s.person_id
      join organization o on o.id = s.cell_id
      where s.period @> date '2016-12-31' order by p.name
      """;

  /// Na Ố and Nà Sản, each of another cell today, and Pá Trắng, which none serves.
  @Test
  void aSignedPlanFoundsTheJointCellWithVillagesAndMembersAndCanBeTakenBack() {
    UUID third = commune.village("B04", "Nà Sản", other, "joint");
    UUID unserved = commune.village("B05", "Pá Trắng", null, null);
    official("Lò Văn Ố", cell, joint);
    official("Lò Văn Ơ", cell, joint);
    official("Lò Văn Sản", other, third);
    official("Lò Văn Một", cell, seat);
    UUID joined = ServingCell.idAt(joint);
    UUID id =
        drafted(
            PlanKind.VILLAGES,
            new Placed(joint, List.of(cell.id()), joined, BigDecimal.ZERO, List.of()),
            new Placed(third, List.of(other.id()), joined, BigDecimal.ONE, List.of()),
            new Placed(unserved, List.of(), joined, BigDecimal.ONE, List.of()));
    List<String> villages = rows(VILLAGES_NOW);
    List<String> members = rows(MEMBERS_NOW);
    assertThatThrownBy(() -> sign(id)).hasMessageContaining("sign.cell");
    assertThatThrownBy(() -> sign(id, Map.of(joint, new NewCell("CB01", "Chi bộ Na Ố"))))
        .as("the code of another")
        .hasMessageContaining("codeTaken");
    assertThat(rows(VILLAGES_NOW)).isEqualTo(villages);

    UUID change = sign(id, Map.of(joint, new NewCell("CB09", "Chi bộ Na Ố")));
    assertThat(rows(VILLAGES_NOW))
        .containsExactly(
            "B01 CB01 own", "B02 CB09 joint", "B03 CB02 own", "B04 CB09 joint", "B05 CB09 joint");
    assertThat(rows(MEMBERS_NOW))
        .containsExactlyInAnyOrder(
            "Lò Văn Một CB01", "Lò Văn Ố CB09", "Lò Văn Ơ CB09", "Lò Văn Sản CB09");
    assertThat(rows("select concat_ws(' ', kind, decision_number, day) from reorganization"))
        .containsExactly("found 12-QĐ/ĐU 2016-12-31");

    changes.takeBack(change);
    assertThat(rows(VILLAGES_NOW)).isEqualTo(villages);
    assertThat(rows(MEMBERS_NOW)).isEqualTo(members);
    assertThat(rows("select kind from reorganization")).isEmpty();
    assertThat(run(id).isInForce()).isFalse();
  }

  /// The secretary of the cell that serves Na Ố lives there, and there are two new cells.
  @Test
  void whatFoundingsEndAndTheRulesSayIsSeenBeforeTheyAreSigned() {
    UUID third = commune.village("B04", "Nà Sản", cell, "joint");
    UUID secretary = official("Lò Văn Thư", cell, joint);
    official("Lò Văn Sản", cell, third);
    official("Lò Văn Một", cell, seat);
    owner
        .sql(
            """
            insert into office_held (commune_id, person_id, organization_id, title, role, period)
            values (?, ?, ?, 'Bí thư', 'secretary', '[2015-06-01,)')
            """)
        .params(root, secretary, cell.id())
        .update();
    UUID id =
        drafted(
            PlanKind.VILLAGES,
            new Placed(joint, List.of(cell.id()), ServingCell.idAt(joint), null, List.of()),
            new Placed(third, List.of(cell.id()), ServingCell.idAt(third), null, List.of()));
    Map<UUID, NewCell> cells =
        Map.of(
            joint, new NewCell("CB08", "Chi bộ Na Ố"), third, new NewCell("CB09", "Chi bộ Nà Sản"));
    String offices = "select concat_ws(' ', title, period) from office_held";

    Unseen first = unseen(id, cells, "");
    assertThat(first.foundings()).hasSize(2);
    assertThat(first.foundings().getFirst().people())
        .extracting(told -> told.code() + told.arguments())
        .containsExactly(
            "consolidation.reorganization.office.ends[Lò Văn Thư, Bí thư, Chi bộ Pá Kín]");
    assertThat(first.foundings().getLast().warnings())
        .as("of the cell that is left, by what the first has taken already")
        .filteredOn(warning -> warning.arguments().contains("Chi bộ Pá Kín"))
        .isNotEmpty();
    assertThat(rows(offices)).containsExactly("Bí thư [2015-06-01,)");
    assertThat(run(id).isInForce()).isFalse();

    official("Lò Văn Đến", cell, joint);
    Unseen anew = unseen(id, cells, first.digest());
    assertThat(anew.digest()).as("someone has come meanwhile").isNotEqualTo(first.digest());
    assertThat(run(id).isInForce()).isFalse();
    sign(id, cells, anew.digest());
    assertThat(rows(offices)).containsExactly("Bí thư [2015-06-01,2016-12-31)");
  }

  private Unseen unseen(UUID run, Map<UUID, NewCell> cells, String seen) {
    return catchThrowableOfType(Unseen.class, () -> sign(run, cells, seen));
  }

  /// Of a commune that came of two, so that what is founded takes from the records of one of them.
  @Test
  void theCommunesOfAFoundingAreTakenInTheOrderOfReorganizations() {
    new TestCommune(database, "HEMUONG");
    official("Lò Văn Ố", cell, joint);
    LocalDate day = LocalDate.of(2016, 7, 1);
    Outcome merged =
        Objects.requireNonNull(
            carryOut.run(
                Viewer.COMMAND_LINE, Mergers.of(List.of("NATONG", "HEMUONG"), day, List.of())));
    assertThat(merged.plan().problems()).isEmpty();
    UUID heir = merged.plan().founded().getFirst().id();
    UUID id =
        drafted(
            heir,
            PlanKind.VILLAGES,
            true,
            new Placed(joint, List.of(cell.id()), ServingCell.idAt(joint), null, List.of()));
    Map<UUID, NewCell> cells = Map.of(joint, new NewCell("CB09", "Chi bộ Na Ố"));
    boolean ofTheOldOneFirst = root.toString().compareTo(heir.toString()) < 0;

    DataSource beside = database.dataSource(database.owner());
    JdbcClient other = JdbcClient.create(beside);
    CompletableFuture<UUID> signing =
        Objects.requireNonNull(
            new TransactionTemplate(new DataSourceTransactionManager(beside))
                .execute(_ -> {
                  new Changes(other).lock(ofTheOldOneFirst ? root : heir);
                  CompletableFuture<UUID> signed =
                      CompletableFuture.supplyAsync(() -> sign(id, cells));
                  while (!signed.isDone() && !other.sql(WAITING).query(Boolean.class).single()) {
                    Thread.onSpinWait();
                  }
                  assertThat(
                          other
                              .sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                              .param("import:" + (ofTheOldOneFirst ? "NUANGAM" : "NATONG"))
                              .query(Boolean.class)
                              .single())
                      .as("the second one is not taken by who waits for the first")
                      .isTrue();
                  return signed;
                }));
    assertThat(signing.join()).isNotNull();
    assertThat(run(id).isInForce()).isTrue();
  }

  private static final String WAITING =
      """
      select exists (
        select from pg_locks
        where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database()))
      """;

  /// To a new cell whose seat stays elsewhere, so that nothing founds it.
  @Test
  void aDraftThatBreaksWhatMustBeKeptIsNotSigned() {
    UUID elsewhere = ServingCell.idAt(commune.village("B04", "Nà Sản", other, "joint"));
    UUID id =
        drafted(
            root,
            PlanKind.VILLAGES,
            false,
            new Placed(joint, List.of(cell.id()), elsewhere, BigDecimal.ONE, List.of()));
    List<String> before = rows(OF_VILLAGE);
    assertThatThrownBy(() -> sign(id))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("sign.noDraft");
    assertThat(rows(OF_VILLAGE)).isEqualTo(before);
  }

  @Test
  void aVillageWithoutACellOfItsOwnMayBeTheSeatOfANewOne() {
    people();
    VillageProblem problem = problems.villages(Scope.ALL, root, DAY, Map.of());
    assertThat(problem.cells())
        .filteredOn(ServingCell::isNew)
        .containsExactly(ServingCell.at(joint, 3));
    assertThat(problem.kilometres(joint, ServingCell.idAt(joint))).isZero();
  }

  @Test
  void aSignedPlanOfChargesEndsTheOldAndBeginsTheNew() {
    UUID old = committee("Lò Văn Cũ", "committee_member", other);
    UUID fresh = committee("Lò Văn Mới", "committee_member", other);
    charge(old, cell, "[2015-06-01,)");
    UUID id = drafted(PlanKind.CHARGE, new Placed(cell.id(), List.of(old), fresh, null, List.of()));
    UUID change = sign(id);
    String all =
        """
        select concat_ws(' ', p.name, c.period, c.since, c.document_number)
        from charge c join person p on p.id = c.person_id order by c.period
        """;
    assertThat(rows(all))
        .containsExactly(
            "Lò Văn Cũ [2015-06-01,2016-12-31)", "Lò Văn Mới [2016-12-31,) 2016-12-31 12-QĐ/ĐU");
    changes.takeBack(change);
    assertThat(rows(all)).containsExactly("Lò Văn Cũ [2015-06-01,)");
  }

  @Test
  void nothingIsWrittenWhereTheRegistersSaySomethingElseNow() {
    UUID id =
        drafted(
            PlanKind.VILLAGES,
            new Placed(joint, List.of(other.id()), otherCell(), null, List.of()));
    List<String> before = rows(OF_VILLAGE);
    assertThatThrownBy(() -> sign(id))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("sign.meanwhile");
    Decision early = new Decision("1", "x", DAY.minusDays(1), null);
    assertThatThrownBy(() -> sign.run(Viewer.COMMAND_LINE, id, early, Map.of(), ""))
        .hasMessageContaining("sign.day");
    assertThat(rows(OF_VILLAGE)).isEqualTo(before);
  }

  private UUID otherCell() {
    assertThat(otherSeat).isNotNull();
    return commune.cell("CB03", "Chi bộ Na Sản").id();
  }

  @Test
  void whatARunWasNotToldToWeighWeighsAsUsual() {
    UUID id = UUID.randomUUID();
    Map<Criterion, BigDecimal> asked = Map.of(Criterion.DISTANCE, BigDecimal.TEN);
    runs.insert(id, root, PlanKind.VILLAGES, DAY, asked, Map.of(), "office", today.now());
    assertThat(run(id).weights())
        .containsOnlyKeys(Criterion.weights(PlanKind.VILLAGES).keySet())
        .containsEntry(Criterion.DISTANCE, BigDecimal.TEN)
        .containsEntry(
            Criterion.FOUNDED, Criterion.weights(PlanKind.VILLAGES).get(Criterion.FOUNDED));
  }

  @Test
  void aRunIsBegunAgainOnlyWhereNobodyWorksOnIt() {
    UUID id = UUID.randomUUID();
    runs.insert(
        id,
        root,
        PlanKind.CHARGE,
        DAY,
        Criterion.weights(PlanKind.CHARGE),
        Map.of(),
        "office",
        today.now());
    assertThat(runs.again(id, today.now())).isFalse();
    assertThat(runs.again(id, today.now().plus(PlanRunRepository.SILENCE).plusSeconds(1))).isTrue();
  }
}
