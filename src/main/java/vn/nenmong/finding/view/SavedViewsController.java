package vn.nenmong.finding.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Navigation;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// Keeps lists as they are looked at, and offers those that others share.
@Controller
class SavedViewsController {

  private static final int LONGEST_NAME = 80;

  private final SavedViewRepository views;
  private final Today today;

  SavedViewsController(SavedViewRepository views, Today today) {
    this.views = views;
    this.today = today;
  }

  @GetMapping("/views")
  String show(
      @RequestParam(required = false) @Nullable String of,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    Optional<ListAddress> list = list(page, of);
    model.addAttribute("of", list.map(ListAddress::address).orElse(null));
    model.addAttribute("title", list.map(address -> title(page, address.path())).orElse(null));
    model.addAttribute("views", visible(page, viewer));
    return "vn/nenmong/finding/view/show";
  }

  @PostMapping("/views")
  String save(
      @RequestParam String of,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "false") boolean shared,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    ListAddress list =
        list(page, of).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String words = Vietnamese.clean(name);
    boolean wrong = words.isEmpty() || words.length() > LONGEST_NAME;
    if (!wrong) {
      views.save(viewer, words, list, shared, today.now());
    }
    redirect.addFlashAttribute(
        Notice.NAME,
        new Notice(
            wrong
                ? page.t("finding.view.noName", String.valueOf(LONGEST_NAME))
                : page.t("finding.view.saved", words),
            null));
    redirect.addAttribute("of", list.address());
    return "redirect:/views";
  }

  @PostMapping("/views/{id}/remove")
  String remove(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer) {
    views.delete(id, viewer.account());
    return "redirect:/views";
  }

  private List<SavedView.OfList> visible(Page page, Viewer viewer) {
    return SavedView.OfList.group(
        views.all(viewer.scope(), viewer.account()).stream()
            .filter(view -> page.mayOpen(view.path()))
            .toList(),
        path -> title(page, path));
  }

  private static Optional<ListAddress> list(Page page, @Nullable String of) {
    return ListAddress.of(of).filter(list -> page.mayOpen(list.path()));
  }

  private static String title(Page page, String path) {
    return Navigation.key(path).map(page::t).orElse(path);
  }
}
