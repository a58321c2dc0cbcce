package vn.nenmong.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.access.Viewer;

/// Finds anyone and anything by what one knows of it.
@Controller
class FindController {

  private static final int LISTED = 20;

  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("finding.people", FindRepository.PEOPLE),
          Map.entry("finding.organizations", FindRepository.ORGANIZATIONS),
          Map.entry("finding.villages", FindRepository.VILLAGES),
          Map.entry("finding.resolutions", FindRepository.RESOLUTIONS));

  private final FindRepository repository;

  FindController(FindRepository repository) {
    this.repository = repository;
  }

  @GetMapping("/find")
  String find(
      @RequestParam(defaultValue = "") String q,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Wanted wanted = Wanted.of(q);
    List<Thing.Group> groups = new ArrayList<>();
    if (wanted.isEnough()) {
      for (Map.Entry<String, String> kind : KINDS) {
        List<Thing> found = repository.find(kind.getValue(), viewer.scope(), wanted, LISTED + 1);
        if (!found.isEmpty()) {
          groups.add(
              new Thing.Group(
                  kind.getKey(),
                  found.subList(0, Math.min(LISTED, found.size())),
                  found.size() > LISTED));
        }
      }
    }
    model.addAttribute("q", wanted.typed());
    model.addAttribute("groups", groups);
    model.addAttribute(
        "seen",
        wanted.isEnough() ? List.<Thing>of() : repository.seen(viewer.scope(), viewer.account()));
    return "vn/nenmong/finding/find";
  }
}
