package vn.nenmong.activity.meeting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.activity.meeting.MeetingOverviewRegisterRepository.Choice;
import vn.nenmong.activity.meeting.MeetingOverviewRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.rule.Rule;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.RuleWords;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Who has met and who has not, over cells and months, down to the minutes.
@Controller
@ByOrganization
class MeetingOverviewController {

  private final MeetingOverviewRegisterRepository overview;
  private final Rulebooks rulebooks;
  private final RegisterReader reader;
  private final ExportRegister export;

  MeetingOverviewController(
      MeetingOverviewRegisterRepository overview,
      Rulebooks rulebooks,
      RegisterReader reader,
      ExportRegister export) {
    this.overview = overview;
    this.rulebooks = rulebooks;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/meetings/overview")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute(
        "shown",
        reader.show(
            register(page, viewer, asked, choice)
                .totals(overview.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/meetings/overview/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked, Choice choice) {
    Function<UUID, Rulebook> rules = rulebooks.of(viewer.communes());
    return Register.of(
            "/meetings/overview",
            "activity.overview.title",
            Register.Time.YEAR,
            overview.query(
                viewer.scope(),
                page.period(),
                asked,
                choice,
                (commune, quarter) -> least(rules.apply(commune), page, quarter)),
            asked)
        .filters(
            Filter.words(
                "month",
                "activity.meeting.month",
                choice.month(),
                "activity.meeting.month.",
                IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList()),
            Filter.words(
                "state",
                "activity.overview.state",
                choice.state(),
                "activity.overview.state.",
                MeetingOverviewRegisterRepository.STATES))
        .views(MeetingViews.of(page))
        .notes(
            Stream.concat(
                    Stream.of(page.t("activity.overview.help")),
                    RuleWords.said(
                        page,
                        viewer.communes().stream().map(rules).toList(),
                        Rule.MEETING_THEMATIC,
                        "activity.overview.thematic",
                        "activity.overview.noThematic")
                        .stream())
                .toList());
  }

  private static @Nullable Integer least(Rulebook rules, Page page, int quarter) {
    LocalDate end = MeetingOverviewRegisterRepository.end(page.period().year(), quarter);
    return Optional.of(end)
        .filter(day -> !day.isAfter(page.on()))
        .flatMap(day -> rules.on(day, Rule.MEETING_THEMATIC))
        .map(RuleValue::integer)
        .orElse(null);
  }
}
