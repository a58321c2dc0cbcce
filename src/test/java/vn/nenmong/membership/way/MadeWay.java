package vn.nenmong.membership.way;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.membership.way.Registered.Candidature;
import vn.nenmong.membership.way.Registered.Membership;
import vn.nenmong.rule.Rulebook;

/// Someone's way, made step by step without asking any rule, and what would be said of one step
/// more.
final class MadeWay {

  static final UUID CELL = new UUID(0, 1);
  static final UUID OTHER_CELL = new UUID(0, 2);
  static final UUID HELPER = new UUID(0, 3);
  static final UUID SECOND = new UUID(0, 4);

  private final List<Step> steps = new ArrayList<>();
  private @Nullable PartialDate born = PartialDate.parse("1990-05-05");
  private Around.@Nullable Electorate electorate = new Around.Electorate(9, 0, 0);
  private List<Around.Member> people =
      List.of(member(HELPER, "Lò Văn An"), member(SECOND, "Cà Thị Bình"));
  private LocalDate today = LocalDate.of(2027, 1, 1);
  private int committee = 9;

  static MadeWay candidate(LocalDate listed) {
    MadeWay way = new MadeWay();
    way.registered(
        listed,
        new Registered(
            Phase.CANDIDATE,
            listed,
            CELL,
            new Candidature(List.of(HELPER, SECOND), PartialDate.day(listed), null),
            Membership.NONE));
    return way;
  }

  /// A candidate whose dossier is complete.
  static MadeWay withDossier(LocalDate day) {
    return candidate(day)
        .step(StepKind.APPLICATION, day, "upper_secondary")
        .step(StepKind.CV, day)
        .step(StepKind.VERIFICATION, day, "clear")
        .step(StepKind.OPINIONS, day);
  }

  static MadeWay probationary(LocalDate ceremony) {
    return member(Phase.PROBATIONARY, PartialDate.day(ceremony), null);
  }

  static MadeWay official(String admitted) {
    PartialDate day = PartialDate.parse(admitted);
    return member(Phase.OFFICIAL, day, PartialDate.day(day.first().plusYears(1)));
  }

  private static MadeWay member(
      Phase phase, PartialDate admitted, @Nullable PartialDate recognised) {
    MadeWay way = new MadeWay();
    way.registered(
        admitted.first(),
        new Registered(
            phase,
            admitted.first(),
            CELL,
            Candidature.NONE,
            new Membership(admitted, null, recognised, null, false, null, null)));
    return way;
  }

  static MadeWay gone(LocalDate day, StepKind by) {
    return official("2001-01-01").step(by, day);
  }

  static Around.Member member(UUID id, String name) {
    return new Around.Member(id, name, true, false, LocalDate.of(2000, 1, 1));
  }

  private void registered(LocalDate day, Registered said) {
    steps.add(made(StepKind.REGISTERED, day).registered(said).step());
  }

  MadeWay step(StepKind kind, LocalDate day) {
    steps.add(made(kind, day).step());
    return this;
  }

  MadeWay step(StepKind kind, LocalDate day, String form) {
    steps.add(made(kind, day).form(form).step());
    return this;
  }

  MadeWay step(MadeStep step) {
    steps.add(step.step());
    return this;
  }

  MadeWay carried(StepKind kind, LocalDate day) {
    return step(made(kind, day).votes(9, 9).carried(true));
  }

  MadeWay failed(StepKind kind, LocalDate day) {
    return step(made(kind, day).votes(0, 9).carried(false));
  }

  MadeWay born(@Nullable String day) {
    born = day == null ? null : PartialDate.parse(day);
    return this;
  }

  MadeWay cell(int official, int temporarilyOut, int exempt) {
    electorate = new Around.Electorate(official, temporarilyOut, exempt);
    return this;
  }

  MadeWay people(Around.Member... members) {
    people = List.of(members);
    return this;
  }

  MadeWay committee(int members) {
    committee = members;
    return this;
  }

  MadeWay today(LocalDate day) {
    today = day;
    return this;
  }

  Way way() {
    return Way.of(steps);
  }

  Decision decide(MadeStep step, Rulebook rules) {
    return WayRules.decide(way(), step.step(), rules, around());
  }

  Around around() {
    return new Around(today, born, electorate, committee, people, true);
  }

  static MadeStep made(StepKind kind, LocalDate day) {
    return new MadeStep(kind, day);
  }
}
