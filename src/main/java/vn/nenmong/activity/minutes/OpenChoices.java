package vn.nenmong.activity.minutes;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Reminder;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// Tells who may choose on the overview where two things were told of one.
@Component
class OpenChoices implements Reminder {

  private final OpenChoiceRepository choices;

  OpenChoices(OpenChoiceRepository choices) {
    this.choices = choices;
  }

  @Override
  public Optional<Line> of(Viewer viewer, Page page) {
    OpenChoiceRepository.Open open = choices.count(viewer.scope());
    return open.meeting() == null || !page.maySend("/meetings/" + open.meeting() + "/settle")
        ? Optional.empty()
        : Optional.of(
            new Line(
                page.t("activity.kept.remind", page.number(open.choices())),
                "/meetings/" + open.meeting()));
  }
}
