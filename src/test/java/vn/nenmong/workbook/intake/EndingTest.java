package vn.nenmong.workbook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nenmong.workbook.intake.ImportResult.Outcome;

/// What the next year's file does not name, and the user says has ended.
class EndingTest {

  private static final Ending END = new Ending("2017-06-30", "Chuyển sinh hoạt đảng");

  private final Intake intake = new Intake(LocalDate.of(2017, 12, 31));

  @BeforeEach
  void theDemoIsThere() {
    assertThat(intake.run(Intake.DEMO).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aMemberEndsOnTheDayAndStaysEnded() {
    Path file = withoutTheLastMember().save();
    UUID member = only(intake.run(file), "members");
    ImportResult result = end(file, member, END);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(
            intake.count(
                """
                select count(*) from membership m join member_state s using (person_id)
                where upper(m.period) = '2017-07-01' and upper(s.period) = '2017-07-01'
                  and m.end_reason = 'Chuyển sinh hoạt đảng'
                """))
        .isEqualTo(1);
    assertThat(
            intake.count(
                """
                select count(*) from audit_line
                where action = 'end' and subject = 'members' and subject_id = '%s'
                  and detail ->> 'last' = '2017-06-30'
                """
                    .formatted(member)))
        .isEqualTo(1);
    assertUnchanged(file);
    assertUnchanged(Intake.DEMO);
  }

  @Test
  void aMemberWhoIsListedAgainGoesOnOrIsAdmittedAnew() {
    Path without = withoutTheLastMember().save();
    end(without, only(intake.run(without), "members"), END);
    Path again = new Office().nextYear().save();
    assertThat(intake.run(again).allProblems()).isEmpty();
    assertThat(intake.count("select count(*) from membership where not upper_inf(period)"))
        .isZero();
    assertUnchanged(again);

    end(without, only(intake.run(without), "members"), END);
    Path anew =
        new Office()
            .nextYear()
            .put("Đảng viên", 117, "Ngày vào Đảng", "01/09/2017")
            .put("Đảng viên", 117, "Ngày chính thức", null)
            .save();
    assertThat(intake.run(anew).allProblems()).isEmpty();
    assertThat(intake.count("select count(*) from membership where not upper_inf(period)"))
        .isEqualTo(1);
    assertThat(intake.count("select count(*) from membership")).isEqualTo(113);
    assertUnchanged(anew);
    assertUnchanged(anew);
  }

  @Test
  void aDayThatCannotBeRefusesAllInWords() {
    Path file = withoutTheLastMember().put("Thôn bản", 6, "Số hộ", 70).save();
    UUID member = only(intake.run(intake.read(file), false, Answers.NONE), "members");
    for (Map.Entry<Ending, String> wrong :
        Map.of(
                new Ending("1900-01-01", "x"), "không trước khi bắt đầu",
                new Ending("2018-01-01", "x"), "không sau ngày làm việc 31/12/2017",
                new Ending("31/02/2017", "x"), "ngày có thật",
                new Ending("2017-06-30", " "), "lý do")
            .entrySet()) {
      long lines = intake.count("select count(*) from audit_line");
      ImportResult result = end(file, member, wrong.getKey());
      assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(result.refusedEndings()).isEqualTo(1);
      assertThat(absent(result, "members").refusal()).contains(wrong.getValue());
      assertThat(intake.count("select count(*) from audit_line")).isEqualTo(lines);
    }
  }

  @Test
  void everyRegisterThatIsAskedAboutEnds() {
    Office office =
        new Office()
            .nextYear()
            .clear("Thôn bản", 18)
            .clear("Phát triển đảng", 6)
            .clear("Chức vụ", 49)
            .clear("Phụ trách chi bộ", 20)
            .clear("Thôn bản - chức danh", 31);
    ImportResult asked = run(office.save(), Map.of());
    Map<String, Ending> all = new HashMap<>();
    for (String register :
        new String[] {"villages", "candidates", "offices", "charges", "village_posts"}) {
      assertThat(register(asked, register).asked()).as(register).isNotEmpty();
      all.put(register, END);
    }
    ImportResult ended = run(office.save(), all);
    assertThat(ended.structural()).isEmpty();
    assertThat(ended.registers())
        .flatMap(RegisterResult::absent)
        .allMatch(absent -> absent.refusal() == null);
    assertThat(ended.outcome()).isEqualTo(Outcome.DONE);
    assertThat(intake.count("select count(*) from village where upper(life) = '2017-07-01'"))
        .isEqualTo(1);
    assertThat(
            intake.count(
                """
                select count(*) from candidate
                where upper(listed) = '2017-07-01' and status = 'withdrawn'
                  and status_text = 'Chuyển sinh hoạt đảng'
                """))
        .isPositive();
    for (String table : new String[] {"office_held", "charge", "village_post"}) {
      assertThat(
              intake.count(
                  "select count(*) from %s where upper(period) = '2017-07-01'".formatted(table)))
          .as(table)
          .isPositive();
    }
    assertThat(intake.count("select count(distinct subject) from audit_line where action = 'end'"))
        .isEqualTo(5);
    ImportResult again = run(office.save(), Map.of());
    assertThat(again.added() + again.changed()).isZero();
    assertThat(again.registers()).allMatch(register -> register.asked().isEmpty());

    ImportResult back = run(new Office().nextYear().save(), Map.of());
    assertThat(back.allProblems()).isEmpty();
    assertThat(intake.count("select count(*) from village where not upper_inf(life)")).isZero();
    ImportResult same = run(new Office().nextYear().save(), Map.of());
    assertThat(same.added() + same.changed()).isZero();
  }

  @Test
  void anOrganizationEndsOnlyWhenNothingIsLeftBelowIt() {
    Office office = new Office().nextYear().put("Tổ chức", 24, "Mã", "CB18");
    office.put("Tổ chức", 24, "Tên tổ chức đảng", "Chi bộ mới");
    office.put("Tổ chức", 24, "Loại hình", "Chi bộ trực thuộc");
    assertThat(run(office.save(), Map.of()).structural()).isEmpty();

    Path file = office.clear("Tổ chức", 24).save();
    UUID empty = only(intake.run(file), "organizations");
    assertThat(end(file, empty, END).outcome()).isEqualTo(Outcome.DONE);
    assertThat(intake.count("select count(*) from organization where upper(life) = '2017-07-01'"))
        .isEqualTo(1);
    assertUnchanged(file);

    Office without = new Office().nextYear().clear("Tổ chức", 7);
    ImportResult asked = run(without.save(), Map.of());
    UUID cell = only(asked, "organizations");
    ImportResult refused = run(without.save(), Map.of("organizations", END));
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(absent(refused, "organizations").id()).isEqualTo(cell);
    assertThat(absent(refused, "organizations").refusal()).contains("vẫn còn");
  }

  private static Office withoutTheLastMember() {
    return new Office()
        .nextYear()
        .clear("Đảng viên", 117)
        .clear("Chức vụ", 49)
        .clear("Xếp loại đảng viên", 109);
  }

  private ImportResult end(Path file, UUID id, Ending ending) {
    return intake.run(
        intake.read(file), false, new Answers(Map.of(), Map.of(), Map.of(id, ending), Map.of()));
  }

  /// Rows that name what is absent elsewhere in the file have problems, and are left out.
  private ImportResult run(Path file, Map<String, Ending> all) {
    return intake.run(intake.read(file), true, new Answers(Map.of(), Map.of(), Map.of(), all));
  }

  private void assertUnchanged(Path file) {
    ImportResult result = intake.run(file);
    assertThat(result.allProblems()).isEmpty();
    assertThat(result.added() + result.changed()).isZero();
  }

  private static RegisterResult register(ImportResult result, String register) {
    return result.registers().stream()
        .filter(one -> one.register().equals(register))
        .findFirst()
        .orElseThrow();
  }

  private static Absent absent(ImportResult result, String register) {
    return register(result, register).asked().getFirst();
  }

  private static UUID only(ImportResult result, String register) {
    assertThat(register(result, register).asked()).hasSize(1);
    return java.util.Objects.requireNonNull(absent(result, register).id());
  }
}
