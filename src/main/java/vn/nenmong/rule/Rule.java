package vn.nenmong.rule;

import java.util.Arrays;

/// The rules that decide something in the program. Others are kept to be looked up, and their pages
/// say so.
public enum Rule {
  ADMIT_AGE_LEAST("admit.age.min_months"),
  ADMIT_AGE_MOST("admit.age.max_months"),
  ADMIT_EDUCATION("admit.education.min"),
  ADMIT_CLASS_CERTIFICATE("admit.class_cert.valid_months"),
  ADMIT_INTRODUCERS("admit.introducer.count"),
  ADMIT_INTRODUCER_TOGETHER("admit.introducer.min_months_together"),
  ADMIT_INTRODUCER_DISCIPLINE("admit.introducer.not_disciplined"),
  ADMIT_ORDER("admit.order"),
  READMIT_AFTER("readmit.min_months"),
  READMIT_TIMES("readmit.max_times"),
  VOTE_ADMIT_CELL("vote.admit.cell"),
  VOTE_ADMIT_COMMITTEE("vote.admit.committee"),
  VOTE_ADMIT_DECISION("vote.admit.decision"),
  VOTE_ADMIT_DELEGATED("vote.admit.decision.delegated"),
  VOTE_ADMIT_ATTEMPTS("vote.admit.max_attempts"),
  VOTE_DENOMINATOR("vote.denominator.excludes"),
  VOTE_RECOGNISE_CELL("vote.recognise.cell"),
  VOTE_RECOGNISE_COMMITTEE("vote.recognise.committee"),
  VOTE_RECOGNISE_DECISION("vote.recognise.decision"),
  VOTE_RESOLUTION("vote.resolution"),
  MEETING_QUORUM("meeting.quorum"),
  MEETING_THEMATIC("meeting.thematic.per_quarter"),
  MEETING_LEAVE_RUNNING("meeting.leave.max_running"),
  AUTHORITY_ADMIT("authority.admit.commune"),
  DEADLINE_ADMIT_DECISION("deadline.admit.decision"),
  DEADLINE_ADMIT_DECISION_EXTENSION("deadline.admit.decision.extension"),
  DEADLINE_CEREMONY("deadline.ceremony"),
  DEADLINE_CEREMONY_START("deadline.ceremony.start"),
  DEADLINE_NEW_MEMBER_CV("deadline.new_member_cv"),
  PROBATION("probation.months"),
  RECOGNITION_CELL("deadline.recognition.cell"),
  RECOGNITION_DECISION("deadline.recognition.decision"),
  RECOGNITION_DECISION_EXTENSION("deadline.recognition.decision.extension"),
  RECOGNITION_AS_OF("recognition.as_of"),
  RECOGNITION_CLASS("recognition.new_member_class"),
  PARTY_AGE_START("party_age.start"),
  TRANSFER("transfer.deadline"),
  TRANSFER_PRESENT("transfer.present"),
  TRANSFER_TEMPORARY_LEAST("transfer.temporary.min_months"),
  TRANSFER_TEMPORARY_MOST("transfer.temporary.max_months"),
  TRANSFER_STUDY_MOST("transfer.temporary.study.max_months"),
  VOTE_STRIKE_CELL("vote.strike.cell"),
  VOTE_STRIKE_COMMITTEE("vote.strike.committee"),
  VOTE_STRIKE_DECISION("vote.strike.decision"),
  DISCIPLINE_VOTE("discipline.vote.lesser"),
  DISCIPLINE_VOTE_EXPEL("discipline.vote.expel"),
  DISCIPLINE_VOTE_EXPEL_SUPERIOR("discipline.vote.expel.superior"),
  DISCIPLINE_FORMS_OFFICIAL("discipline.forms.official"),
  DISCIPLINE_FORMS_PROBATIONARY("discipline.forms.probationary"),
  DISCIPLINE_COMPLAINT("discipline.complaint"),
  DISCIPLINE_BLOCKS_EXCELLENT("discipline.blocks_excellent"),
  DISCIPLINE_REMOVES_FROM_PLANNING("discipline.removes_from_planning"),
  CARD_WITH("card.given_with"),
  BADGE_YEARS("badge.years"),
  BADGE_AWARD_DAYS("badge.award_days"),
  BADGE_EARLY("badge.early_max_months"),
  BADGE_GREAT("badge.great.min_years"),
  BADGE_EARLY_GREAT("badge.early_max_months.from_70"),
  BADGE_POSTHUMOUS("badge.posthumous_max_months"),
  CELL_OFFICIAL_LEAST("cell.min_official"),
  CELL_COMMITTEE_LEAST("cell.committee.min_official"),
  CELL_COMMITTEE_MOST("cell.committee.max"),
  CELL_DEPUTIES("cell.deputies"),
  GRASSROOTS_OFFICIAL_LEAST("grassroots.min_official"),
  GRASSROOTS_COMMITTEE_LEAST("grassroots_committee.min_members"),
  COMMUNE_COMMITTEE_MOST("commune_committee.max"),
  COMMUNE_COMMITTEE_MOST_OF_THREE("commune_committee.max_of_three"),
  COMMUNE_COMMITTEE_MANY("commune_committee.many_communes"),
  COMMUNE_BOARD_LEAST("commune_board.min"),
  COMMUNE_BOARD_MOST("commune_board.max"),
  COMMUNE_BOARD_SHARE("commune_board.members_for_each"),
  COMMUNE_DEPUTIES_LEAST("commune_deputies.min"),
  COMMUNE_DEPUTIES_MOST("commune_deputies.max"),
  REVIEW_TOP_GRADE("review.top_grade.organization"),
  LAYOUT_MARGINS("layout.margins"),
  DATA_REQUEST_ANSWER("data_request.answer"),
  RETENTION_CANDIDATE("retention.candidate.months"),
  RETENTION_LEFT("retention.left.months");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /// Whether a rule decides something, and is not for information alone.
  static boolean decides(String code) {
    return Arrays.stream(values()).anyMatch(rule -> rule.code.equals(code));
  }

  /// As in the database, in addresses.
  public String code() {
    return code;
  }
}
