package vn.nenmong.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestCommune;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Checkup.Finding;
import vn.nenmong.kernel.Refused;

/// What the seals show of someone at work on the tables with the owner's rights. Lines are sealed
/// once no transaction of the cluster is older: others that write wait meanwhile.
@Order(Integer.MAX_VALUE)
@ResourceLock(BesideOthers.COMPANY)
class TrailTest {

  private final TestDatabase database = TestDatabase.create();
  private final JdbcClient program = database.jdbc();
  private final JdbcClient owner = database.ownerJdbc();
  private final TrailRepository trail = new TrailRepository(program);
  private final CheckTrail check = new CheckTrail(trail);
  private final TestCommune commune = new TestCommune(database, "MOT");

  @BeforeEach
  void work() {
    TestCommune.Unit cell = commune.cell("CB01", "Chi bộ Nà Một");
    for (String name : List.of("Lò Văn Một", "Vì Thị Hai", "Cà Văn Ba")) {
      commune.member(name, cell);
    }
    for (int i = 1; i <= 5; i++) {
      line("việc " + i);
    }
    trail.seal();
  }

  private long line(String what) {
    return program
        .sql(
            """
            insert into audit_line (at, account, commune_id, action, subject, detail)
            values (now(), 'office', :commune, 'view', 'member', jsonb_build_object('reason', :what))
            returning id
            """)
        .param("commune", commune.root().id())
        .param("what", what)
        .query(Long.class)
        .single();
  }

  private List<String> found() {
    return check.findings().stream().map(TrailTest::words).toList();
  }

  private static String words(Finding finding) {
    return finding.code().replace("trail.checkup.", "") + " " + finding.arguments().getFirst();
  }

  private long third() {
    return owner.sql("select line_id from audit_seal where number = 3").query(Long.class).single();
  }

  @Test
  void whatWasLeftAloneIsWell() {
    assertThat(found()).isEmpty();
    assertThat(trail.unsealed()).isZero();
    line("mới");
    assertThat(trail.unsealed()).isEqualTo(1);
    assertThat(trail.seal()).isEqualTo(1);
    assertThat(trail.seal()).isZero();
    assertThat(found()).isEmpty();
  }

  @Test
  void aChangedLineIsNamed() {
    long line = third();
    owner
        .sql("update audit_line set detail = '{\"reason\": \"khác\"}' where id = ?")
        .param(line)
        .update();
    assertThat(found()).containsExactly("changed " + line);
  }

  @Test
  void aRemovedLineIsNamed() {
    long line = third();
    owner.sql("delete from audit_line where id = ?").param(line).update();
    assertThat(found()).containsExactly("removed " + line);
  }

  @Test
  void aLineRemovedWithItsSealLeavesAGap() {
    long line = third();
    owner.sql("delete from audit_line where id = ?").param(line).update();
    owner.sql("delete from audit_seal where line_id = ?").param(line).update();
    assertThat(found()).containsExactly("gap 3");
  }

  @Test
  void aLinePutInAfterwardsIsNamed() {
    Long line =
        owner
            .sql(
                """
                insert into audit_line (at, account, commune_id, action, subject, tx)
                select at, account, commune_id, action, subject, tx from audit_line where id = ?
                returning id
                """)
            .param(third())
            .query(Long.class)
            .single();
    assertThat(found()).containsExactly("inserted " + line);
  }

  @Test
  void whatALineTellsOfIsSealedToo() {
    long line =
        owner
            .sql(
                """
                with changed as (update person set name = name || ' X' where name like 'Lò%')
                insert into audit_line (at, account, commune_id, action, subject)
                values (now(), 'office', ?, 'change', 'members') returning id
                """)
            .param(commune.root().id())
            .query(Long.class)
            .single();
    trail.seal();
    assertThat(found()).isEmpty();
    int rows =
        owner
            .sql(
                """
                update row_change set before = '"Người khác"'
                where change = (select change from audit_line where id = ?)
                """)
            .param(line)
            .update();
    assertThat(rows).isEqualTo(1);
    assertThat(found()).containsExactly("rows " + line);
  }

  @Test
  void aRemovedTailShowsAgainstAHeadAlone() {
    List<Head> heads = Head.of(Head.file(check.heads()));
    assertThat(check.against(heads)).isEmpty();
    owner
        .sql("delete from audit_line where id in (select line_id from audit_seal where number > 3)")
        .update();
    owner.sql("delete from audit_seal where number > 3").update();
    assertThat(found()).isEmpty();
    assertThat(check.against(heads)).extracting(TrailTest::words).containsExactly("head 5");
  }

  @Test
  void aChainMadeAnewShowsAgainstAHeadAlone() {
    List<Head> heads = check.heads();
    owner.sql("update audit_line set account = 'ai khác' where id = ?").param(third()).update();
    owner.sql("delete from audit_seal").update();
    owner.sql("update audit_sealed set below = '0'").update();
    trail.seal();
    assertThat(found()).isEmpty();
    assertThat(check.against(heads)).hasSize(1);
  }

  @Test
  void headsOfEarlierDaysStayInTheChain() {
    List<Head> heads = check.heads();
    line("sau");
    trail.seal();
    assertThat(check.against(heads)).isEmpty();
    assertThat(Objects.requireNonNull(check.heads().getLast()).number()).isEqualTo(6);
  }

  @Test
  void whatIsNoFileOfHeadsIsRefused() {
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> Head.of(List.of("x")));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Head.of(List.of(Head.file(List.of()).getFirst(), "a b c")));
  }
}
