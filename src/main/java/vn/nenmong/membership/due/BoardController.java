package vn.nenmong.membership.due;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.step.Ways;
import vn.nenmong.membership.way.Progress;
import vn.nenmong.organization.ByOrganization;

/// The board: candidates and probationary members by what each waits for, and what blocks it.
@Controller
@ByOrganization
class BoardController {

  /// More of one stage than anybody looks through.
  private static final int MOST = 100;

  private final Ways ways;
  private final Today today;

  BoardController(Ways ways, Today today) {
    this.ways = ways;
    this.today = today;
  }

  @GetMapping("/candidates/board")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String q,
      Model model) {
    String words = Vietnamese.fold(Objects.requireNonNullElse(q, ""));
    Map<Progress.Stage, List<Ways.Progressing>> people =
        ways.progressing(viewer.scope()).stream()
            .filter(of -> Vietnamese.fold(of.person().name()).contains(words))
            .sorted(
                Comparator.comparing(
                    (Ways.Progressing of) -> of.progress().since(),
                    Comparator.nullsFirst(Comparator.naturalOrder())))
            .collect(
                Collectors.groupingBy(
                    of -> of.progress().stage(),
                    () -> new EnumMap<>(Progress.Stage.class),
                    Collectors.toList()));
    List<BoardStage> stages =
        people.entrySet().stream()
            .map(stage ->
                new BoardStage(
                    stage.getKey(),
                    stage.getValue().stream().limit(MOST).toList(),
                    stage.getValue().size()))
            .toList();
    model.addAttribute("stages", stages);
    model.addAttribute("cells", cells(stages));
    model.addAttribute("q", Objects.requireNonNullElse(q, ""));
    model.addAttribute("today", today.date());
    return "vn/nenmong/membership/due/board";
  }

  private Map<UUID, String> cells(List<BoardStage> stages) {
    return ways.names(
        stages.stream()
            .flatMap(stage -> stage.people().stream())
            .flatMap(of -> Stream.ofNullable(of.cell()))
            .collect(Collectors.toSet()));
  }
}
