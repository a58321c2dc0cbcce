package vn.nenmong.cadre.post;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.cadre.post.VillagePostRegisterRepository.Choice;
import vn.nenmong.cadre.post.VillagePostRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Village heads, reputable people and others with a post in a village, as of a day.
@Controller
@ByOrganization
class VillagePostsController {

  private final VillagePostRegisterRepository villagePosts;
  private final RegisterReader reader;
  private final ExportRegister export;

  VillagePostsController(
      VillagePostRegisterRepository villagePosts, RegisterReader reader, ExportRegister export) {
    this.villagePosts = villagePosts;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/village-posts")
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
                .totals(villagePosts.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/village-posts/export")
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
    return Register.of(
            "/village-posts",
            "nav.villagePosts",
            Register.Time.DAY,
            villagePosts.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("village-posts")
        .filters(
            Filter.words(
                "role",
                "cadre.post.role",
                choice.role(),
                "cadre.post.role.",
                List.of("village_head", "reputable_person", "front_head", "other")),
            Filter.words(
                "member",
                "cadre.post.member",
                choice.member(),
                "cadre.post.member.",
                List.of("yes", "no")));
  }
}
