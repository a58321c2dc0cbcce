package vn.nenmong.figures;

import static vn.nenmong.figures.Counting.count;
import static vn.nenmong.figures.Counting.growth;
import static vn.nenmong.figures.Counting.rate;
import static vn.nenmong.figures.Counting.sum;
import static vn.nenmong.figures.Counting.text;
import static vn.nenmong.figures.Counting.top;
import static vn.nenmong.figures.Kind.FACT;
import static vn.nenmong.figures.Kind.FLOW;
import static vn.nenmong.figures.Kind.FLOW_OF_THOSE_STILL_HERE;
import static vn.nenmong.figures.Kind.STOCK;
import static vn.nenmong.figures.Kind.STOCK_OF_THOSE_STILL_HERE;
import static vn.nenmong.figures.Kind.TOLD;
import static vn.nenmong.figures.Kind.YEARLY;
import static vn.nenmong.figures.Whose.ANY;
import static vn.nenmong.figures.Whose.COMMITTEE;
import static vn.nenmong.figures.Whose.COMMUNE;

import java.util.List;
import java.util.Optional;

/// A figure of a commune's year: what it is called, when it is known, and how it is counted. All of
/// them stand in [#ALL], each once; screens, papers, spreadsheets and the API take them from there.
///
/// @param code stable, also the key of its name in the messages: `figures.name.members.total`
/// @param unit as the API gives it; pages take its word from the messages
/// @param registers what must have been handed in, `+` between two
record Figure(
    String code,
    String unit,
    Kind kind,
    Whose whose,
    String registers,
    Source source,
    Counting counting) {

  static final List<Figure> ALL =
      List.of(
          // Members
          new Figure(
              "members.total",
              "members",
              STOCK_OF_THOSE_STILL_HERE,
              ANY,
              "members",
              Source.MEMBERS,
              count("true")),
          new Figure(
              "members.official",
              "members",
              STOCK_OF_THOSE_STILL_HERE,
              ANY,
              "members",
              Source.MEMBERS,
              count("s.standing = 'official'")),
          new Figure(
              "members.probationary",
              "members",
              STOCK_OF_THOSE_STILL_HERE,
              ANY,
              "members",
              Source.MEMBERS,
              count("s.standing = 'probationary'")),
          new Figure(
              "members.admitted",
              "members",
              FLOW_OF_THOSE_STILL_HERE,
              ANY,
              "members",
              Source.ADMISSIONS,
              count("true")),
          new Figure(
              "members.recognised",
              "members",
              FLOW_OF_THOSE_STILL_HERE,
              ANY,
              "members",
              Source.RECOGNITIONS,
              count("true")),
          new Figure(
              "members.poor_households",
              "members",
              YEARLY,
              ANY,
              "member_poverty",
              Source.MEMBERS,
              count(Source.POOR_FRAGMENT)),
          new Figure(
              "candidates.dossier_complete",
              "people",
              STOCK,
              ANY,
              "candidates",
              Source.CANDIDATES,
              count(Source.DOSSIER_COMPLETE_FRAGMENT)),

          // Organization and villages
          new Figure(
              "organization.cells",
              "cells",
              STOCK_OF_THOSE_STILL_HERE,
              COMMITTEE,
              "organizations",
              Source.CELLS,
              count("true")),
          new Figure(
              "organization.founded",
              "date",
              FACT,
              ANY,
              "organizations",
              Source.ORGANIZATION,
              text("o.founded")),
          new Figure(
              "villages.total",
              "villages",
              STOCK_OF_THOSE_STILL_HERE,
              ANY,
              "villages",
              Source.VILLAGES,
              count("true")),
          new Figure(
              "villages.without_members",
              "villages",
              STOCK,
              ANY,
              "villages+members",
              Source.VILLAGES,
              count(Source.WITHOUT_MEMBERS_FRAGMENT)),
          new Figure(
              "villages.joint",
              "villages",
              STOCK,
              ANY,
              "villages",
              Source.VILLAGES,
              count("v.meeting_form = 'joint'")),
          new Figure(
              "villages.cultural",
              "villages",
              YEARLY,
              ANY,
              "villages",
              Source.VILLAGES,
              count("y.cultural")),
          new Figure(
              "cells.in_charge",
              "cells",
              STOCK,
              ANY,
              "charges",
              Source.CELLS,
              count(Source.IN_CHARGE_FRAGMENT)),
          new Figure(
              "resolutions.thematic",
              "resolutions",
              FLOW,
              COMMITTEE,
              "resolutions",
              Source.RESOLUTIONS,
              count("r.thematic")),

          // Economy
          new Figure(
              "poverty.multidimensional_rate",
              "%",
              YEARLY,
              ANY,
              "villages",
              Source.VILLAGES,
              rate(
                  "y.poor_households",
                  "y.households",
                  "y.poor_households is not null and y.households is not null")),
          new Figure(
              "livestock.cattle_growth",
              "%",
              TOLD,
              COMMUNE,
              "indicators",
              Source.INDICATORS,
              growth(
                  "told.actual",
                  "told.previous",
                  "i.kind = 'cattle' and told.actual is not null and told.previous is not null")),
          new Figure(
              "rice.area",
              "ha",
              TOLD,
              COMMUNE,
              "indicators",
              Source.INDICATORS,
              sum("told.actual", "i.kind = 'rice_area' and told.actual is not null")),
          new Figure(
              "rice.two_crop_area",
              "ha",
              TOLD,
              COMMUNE,
              "indicators",
              Source.INDICATORS,
              sum("told.actual", "i.kind = 'rice_two_crop_area' and told.actual is not null")),
          new Figure(
              "budget.revenue_vs_plan",
              "%",
              TOLD,
              COMMUNE,
              "indicators",
              Source.INDICATORS,
              rate(
                  "told.actual",
                  "told.plan",
                  "i.kind = 'budget_revenue' and told.actual is not null and told.plan is not null")),

          // Review
          new Figure(
              "review.members_rated",
              "members",
              YEARLY,
              ANY,
              "member_reviews",
              Source.MEMBER_REVIEWS,
              count("true")),
          new Figure(
              "review.members_excellent",
              "members",
              YEARLY,
              ANY,
              "member_reviews",
              Source.MEMBER_REVIEWS,
              count("r.grade = 'excellent'")),
          new Figure(
              "review.members_excellent_of_rated",
              "%",
              YEARLY,
              ANY,
              "member_reviews",
              Source.MEMBER_REVIEWS,
              rate("(r.grade = 'excellent')::int", "1", "true")),
          new Figure(
              "review.members_excellent_of_good",
              "%",
              YEARLY,
              ANY,
              "member_reviews",
              Source.MEMBER_REVIEWS,
              rate("(r.grade = 'excellent')::int", "1", "r.grade in ('excellent', 'good')")),
          new Figure(
              "review.members_good_or_better",
              "%",
              YEARLY,
              ANY,
              "member_reviews",
              Source.MEMBER_REVIEWS,
              rate("(r.grade in ('excellent', 'good'))::int", "1", "true")),
          new Figure(
              "review.cells_strong",
              "cells",
              YEARLY,
              ANY,
              "organization_reviews",
              Source.CELLS,
              count("r.grade = :topGrade")),
          new Figure(
              "review.cells_good_or_better",
              "cells",
              YEARLY,
              ANY,
              "organization_reviews",
              Source.CELLS,
              count("r.grade in ('clean_and_strong', 'excellent', 'good')")),

          // Cadres, study, models, meetings
          new Figure(
              "training.secretaries_trained",
              "people",
              FLOW,
              ANY,
              "courses",
              Source.TRAINED_SECRETARIES,
              count("true")),
          new Figure(
              "training.village_heads_trained",
              "people",
              FLOW,
              ANY,
              "courses",
              Source.TRAINED_VILLAGE_HEADS,
              count("true")),
          new Figure(
              "planning.entries",
              "entries",
              FLOW,
              COMMUNE,
              "planning",
              Source.PLANNING,
              count("true")),
          new Figure(
              "study.attendance_rate",
              "%",
              FLOW,
              ANY,
              "studies",
              Source.STUDIES,
              rate("t.present", "t.due", "true")),
          new Figure(
              "models.pilot",
              "models",
              STOCK,
              ANY,
              "models",
              Source.MODELS,
              count("y.stage = 'pilot'")),
          new Figure(
              "models.replicated",
              "models",
              STOCK,
              ANY,
              "models",
              Source.MODELS,
              count("y.stage = 'replicated'")),
          new Figure(
              "models.income_top",
              "million VND",
              STOCK,
              ANY,
              "models",
              Source.MODELS,
              top("y.income_million_vnd", "y.income_million_vnd is not null")),
          new Figure(
              "meetings.held_rate",
              "%",
              FLOW,
              ANY,
              "meetings",
              Source.MEETING_MONTHS,
              rate("(g.cell_id is not null)::int", "1", "true")));

  static Optional<Figure> of(String code) {
    return ALL.stream().filter(figure -> figure.code().equals(code)).findFirst();
  }

  List<String> registerList() {
    return List.of(registers.split("\\+"));
  }

  boolean isRate() {
    return unit.equals("%");
  }
}
