package vn.nenmong.review.member;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.review.member.MemberReviewRegisterRepository.Choice;
import vn.nenmong.review.member.MemberReviewRegisterRepository.Row;

/// The grades of members in the year.
@Controller
@ByOrganization
class MemberReviewsController {

  private final MemberReviewRegisterRepository memberReviews;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  MemberReviewsController(
      MemberReviewRegisterRepository memberReviews,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.memberReviews = memberReviews;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/reviews/members")
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
                .totals(memberReviews.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/reviews/members/export")
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
            "/reviews/members",
            "nav.memberReviews",
            Register.Time.YEAR,
            memberReviews.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("member-reviews")
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "grade",
                "review.member.grade",
                choice.grade(),
                "review.member.grade.",
                List.of("excellent", "good", "completed", "failed")));
  }
}
