package vn.nenmong.consolidation.member;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// One member on a day.
@Controller
class MemberController {

  private final ViewMember viewMember;

  MemberController(ViewMember viewMember) {
    this.viewMember = viewMember;
  }

  @GetMapping("/members/{id}")
  String show(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    MemberFile file =
        viewMember
            .run(viewer, id, page.on())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("file", page.mayOpen("/planning") ? file : file.without("planning"));
    return "vn/nenmong/consolidation/member/show";
  }
}
