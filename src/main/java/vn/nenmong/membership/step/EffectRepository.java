package vn.nenmong.membership.step;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;
import vn.nenmong.membership.way.Person;
import vn.nenmong.membership.way.Registered;
import vn.nenmong.membership.way.Step;
import vn.nenmong.membership.way.StepKind;

/// Writes into the registers what follows from a step.
@Repository
@Unscoped("written of someone who was found in the scope")
class EffectRepository {

  private static final String CANDIDATURE_FRAGMENT =
      " where person_id = :person and upper_inf(listed) and status not in ('admitted', 'withdrawn')";

  static final String CANDIDATE =
      """
      update candidate
      set cell_id = :cell, first_helper_id = :first, second_helper_id = :second,
        class_taken = :class, dossier_completed = :dossier,
        status = case
          when cast(:dossier as text) is not null then 'dossier_complete'
          when cast(:class as text) is not null then 'class_taken'
          else 'listed' end
      """
          + CANDIDATURE_FRAGMENT;

  static final String END_CANDIDATURE =
      """
      update candidate
      set listed = daterange(lower(listed), cast(:day as date)), status = :status,
        status_text = :reason
      """
          + CANDIDATURE_FRAGMENT;

  static final String ADMIT =
      """
      insert into membership (person_id, commune_id, admitted, admission_decided, period)
      values (:person, :commune, cast(:day as text), cast(:decided as date),
        daterange(cast(:day as date), null))
      """;

  static final String BEGIN_STATE =
      """
      insert into member_state (person_id, period, commune_id, cell_id, standing, exempt, village_id,
        education, qualification, theory, occupation)
      select m.person_id, daterange(cast(:day as date), null), m.commune_id, :cell, :standing, false,
        coalesce(s.village_id, c.village_id), s.education, s.qualification, s.theory, s.occupation
      from membership m
      left join lateral (
        select * from member_state where person_id = m.person_id order by period desc limit 1) s on true
      left join lateral (
        select village_id from candidate where person_id = m.person_id
        order by listed desc limit 1) c on true
      where m.person_id = :person and m.period @> cast(:day as date)
      """;

  static final String RECOGNISE =
      """
      update membership
      set recognised = cast(:asOf as text), recognition_decided = cast(:day as date)
      where person_id = :person and upper_inf(period)
      """;

  static final String CUT_STATE = "select cast(cut_state(:person, cast(:day as date)) as text)";

  static final String OFFICIAL =
      """
      update member_state set standing = 'official'
      where person_id = :person and lower(period) >= cast(:day as date)
      """;

  static final String MOVE =
      """
      update member_state set cell_id = :cell
      where person_id = :person and lower(period) >= cast(:day as date)
      """;

  static final String EXEMPT =
      """
      update member_state set exempt = :exempt
      where person_id = :person and lower(period) >= cast(:day as date)
      """;

  static final String CARD =
      """
      update membership set card_number = :card
      where id = (select id from membership where person_id = :person order by period desc limit 1)
      """;

  static final String DROP_STATES =
      """
      delete from member_state
      where person_id = :person and lower(period) >= cast(:day as date)
      """;

  static final String END_STATE =
      """
      update member_state set period = daterange(lower(period), cast(:day as date))
      where person_id = :person and period @> cast(:day as date)
      """;

  static final String LEAVE =
      """
      update membership
      set period = daterange(lower(period), cast(:day as date)), left_by = :leftBy,
        end_reason = :reason
      where person_id = :person and upper_inf(period)
      """;

  /// Whoever is gone holds no office and is in charge of no cell.
  static final String END_OFFICES =
      """
      update office_held
      set period = daterange(lower(period), cast(:day as date)),
        until = cast(cast(:day as date) - 1 as text)
      where person_id = :person and period @> cast(:day as date)
        and (lower(period) is null or lower(period) < cast(:day as date))
      """;

  static final String END_CHARGES =
      """
      update charge set period = daterange(lower(period), cast(:day as date))
      where person_id = :person and period @> cast(:day as date)
        and (lower(period) is null or lower(period) < cast(:day as date))
      """;

  static final String END_POSTS =
      """
      update village_post set period = daterange(lower(period), cast(:day as date))
      where person_id = :person and period @> cast(:day as date)
        and (lower(period) is null or lower(period) < cast(:day as date))
      """;

  static final String COME_BACK =
      """
      insert into membership (person_id, commune_id, card_number, admitted, admission_decided,
        recognised, recognition_decided, period, begun_by)
      select person_id, commune_id, card_number, admitted, admission_decided, recognised,
        recognition_decided, daterange(cast(:day as date), null), :begunBy
      from membership
      where person_id = :person
      order by period desc
      limit 1
      """;

  static final String STAND =
      """
      insert into temporary_standing (commune_id, person_id, kind, period, cell_id, place)
      values (:commune, :person, :kind,
        daterange(cast(:day as date), cast(:until as date) + 1), :cell, :place)
      """;

  static final String END_STAND =
      """
      update temporary_standing
      set period = daterange(lower(period), cast(:day as date))
      where person_id = :person and kind = :kind and period @> cast(:day as date)
        and lower(period) < cast(:day as date)
      """;

  private final JdbcClient jdbc;

  EffectRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param now what the registers must say afterwards
  void apply(Person person, Step step, Registered now) {
    switch (step.kind()) {
      case HELPERS, CLASS, APPLICATION, CV, VERIFICATION, OPINIONS -> candidate(person, now);
      case DOSSIER_MOVED -> {
        if (step.cell() == null) {
          endCandidature(person, step, "withdrawn", step.place());
        } else {
          candidate(person, now);
        }
      }
      case WITHDRAWN -> endCandidature(person, step, "withdrawn", step.reason());
      case CEREMONY -> admit(person, step, now);
      case RECOGNITION_DECISION -> {
        if (step.isCarried()) {
          recognise(person, step, now);
        }
      }
      case CARD_ISSUED, CARD_RETURNED -> card(person, now);
      case TRANSFER_WITHIN -> {
        cut(person, step.day());
        of(MOVE, person, step).param("cell", step.cell()).update();
      }
      case EXEMPTION, EXEMPTION_END -> {
        cut(person, step.day());
        of(EXEMPT, person, step).param("exempt", now.membership().exempt()).update();
      }
      case TRANSFER_OUT, STRIKE_DECISION, RESIGNATION, DEATH -> leave(person, step);
      case DISCIPLINE_DECISION -> {
        if (step.hasForm("expulsion")) {
          leave(person, step);
        }
      }
      case TRANSFER_IN, RESTORED -> comeBack(person, step, now);
      case TEMPORARY_OUT -> stand(person, step, "away", null);
      case TEMPORARY_OUT_END -> endStand(person, step, "away");
      case GUEST_IN -> stand(person, step, "guest", step.cell());
      case GUEST_END -> endStand(person, step, "guest");
      case SUSPENSION -> stand(person, step, "suspended", null);
      case SUSPENSION_END -> endStand(person, step, "suspended");
      default -> {}
    }
  }

  private void candidate(Person person, Registered now) {
    Registered.Candidature candidature = now.candidature();
    jdbc.sql(CANDIDATE)
        .param("person", person.id())
        .param("cell", now.cell())
        .param("first", candidature.helpers().isEmpty() ? null : candidature.helpers().getFirst())
        .param("second", candidature.helpers().size() < 2 ? null : candidature.helpers().get(1))
        .param("class", text(candidature.classTaken()))
        .param("dossier", text(candidature.dossierCompleted()))
        .update();
  }

  private static @Nullable String text(@Nullable Object date) {
    return date == null ? null : date.toString();
  }

  private void endCandidature(Person person, Step step, String status, @Nullable String reason) {
    of(END_CANDIDATURE, person, step).param("status", status).param("reason", reason).update();
  }

  private void admit(Person person, Step step, Registered now) {
    endCandidature(person, step, "admitted", null);
    of(ADMIT, person, step)
        .param("commune", person.commune())
        .param("decided", now.membership().admissionDecided())
        .update();
    begin(person, step, now);
  }

  private void begin(Person person, Step step, Registered now) {
    of(BEGIN_STATE, person, step)
        .param("cell", now.cell())
        .param("standing", now.phase().code())
        .update();
  }

  private void recognise(Person person, Step step, Registered now) {
    of(RECOGNISE, person, step).param("asOf", text(now.membership().recognised())).update();
    cut(person, step.day());
    of(OFFICIAL, person, step).update();
  }

  private void card(Person person, Registered now) {
    jdbc.sql(CARD).param("person", person.id()).param("card", now.membership().card()).update();
  }

  private void leave(Person person, Step step) {
    of(DROP_STATES, person, step).update();
    of(END_STATE, person, step).update();
    of(LEAVE, person, step)
        .param("leftBy", step.kind().code())
        .param("reason", step.reason())
        .update();
    of(END_OFFICES, person, step).update();
    of(END_CHARGES, person, step).update();
    if (step.kind() == StepKind.DEATH) {
      of(END_POSTS, person, step).update();
    }
  }

  private void comeBack(Person person, Step step, Registered now) {
    of(COME_BACK, person, step).param("begunBy", step.kind().code()).update();
    begin(person, step, now);
  }

  private void stand(Person person, Step step, String kind, @Nullable UUID cell) {
    of(STAND, person, step)
        .param("commune", person.commune())
        .param("kind", kind)
        .param("until", step.until())
        .param("cell", cell)
        .param("place", step.place())
        .update();
  }

  private void endStand(Person person, Step step, String kind) {
    of(END_STAND, person, step).param("kind", kind).update();
  }

  private void cut(Person person, LocalDate day) {
    jdbc.sql(CUT_STATE).param("person", person.id()).param("day", day).query((row, n) -> "").list();
  }

  private JdbcClient.StatementSpec of(String sql, Person person, Step step) {
    return jdbc.sql(sql).param("person", person.id()).param("day", step.day());
  }
}
