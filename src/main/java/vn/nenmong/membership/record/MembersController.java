package vn.nenmong.membership.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Addressed;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Place;
import vn.nenmong.kernel.web.Slice;
import vn.nenmong.kernel.web.Sort;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.Organizations;
import vn.nenmong.organization.Reach;

/// The members on a day.
@Controller
@ByOrganization
class MembersController {

  private static final String LIST = "vn/nenmong/membership/record/list";

  private final Organizations organizations;
  private final MemberRepository members;
  private final ExportMembers exportMembers;

  MembersController(
      Organizations organizations, MemberRepository members, ExportMembers exportMembers) {
    this.organizations = organizations;
    this.members = members;
    this.exportMembers = exportMembers;
  }

  @GetMapping("/members")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") MemberFilter filter,
      @ModelAttribute Place place,
      @RequestParam(defaultValue = "false") boolean exact,
      @RequestParam(required = false) @Nullable String print,
      Model model) {
    Optional<Reach> reach = reach(page, viewer, filter);
    Sort sort = Sort.of(filter.sort(), MemberRepository.SORTS);
    model.addAttribute("sort", sort);
    model.addAttribute("chosen", MemberColumn.chosen(filter.columns()));
    if (reach.isEmpty()) {
      model.addAttribute("list", MemberList.NOTHING);
      return LIST;
    }
    Reach within = reach.get();
    model.addAttribute("reach", within);
    int most = exact ? Integer.MAX_VALUE : filter.narrows() ? 1_000 : 3_000;
    Slice<MemberRow> rows = members.list(within, filter, sort, place, Slice.size(print));
    model.addAttribute(
        "list",
        new MemberList(
            members.villages(within),
            members.ethnicities(within),
            rows,
            members.count(within, filter, most),
            most));
    return LIST;
  }

  @GetMapping("/members/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") MemberFilter filter,
      HttpServletResponse response)
      throws IOException {
    Reach within = needed(page, viewer, filter);
    exportMembers.run(page, viewer, within, filter, response);
  }

  @GetMapping("/members/7-hsdv/export")
  void book(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") MemberFilter filter,
      HttpServletResponse response)
      throws IOException {
    Reach within = needed(page, viewer, filter);
    exportMembers.book(page, viewer, within, filter, response);
  }

  @GetMapping("/members/national/export")
  void national(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") MemberFilter filter,
      HttpServletResponse response)
      throws IOException {
    Reach within = needed(page, viewer, filter);
    exportMembers.national(page, viewer, within, filter, response);
  }

  @GetMapping("/members/labels")
  String labels(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute("filter") MemberFilter filter,
      Model model) {
    Reach within = needed(page, viewer, filter);
    model.addAttribute("title", page.t("membership.list.labelsTitle"));
    model.addAttribute("sender", within.name());
    model.addAttribute("addressed", exportMembers.addressed(page, viewer, within, filter));
    return Addressed.VIEW;
  }

  /// Empty when nothing was there on the day; an organization that is not to be seen is not found.
  private Reach needed(Page page, Viewer viewer, MemberFilter filter) {
    return reach(page, viewer, filter)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Optional<Reach> reach(Page page, Viewer viewer, MemberFilter filter) {
    Optional<Reach> reach = organizations.reach(viewer.scope(), page.on(), filter.unit());
    if (reach.isEmpty() && filter.unit() != null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return reach;
  }
}
