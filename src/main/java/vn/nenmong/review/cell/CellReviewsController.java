package vn.nenmong.review.cell;

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
import vn.nenmong.organization.ExportRegister;
import vn.nenmong.review.cell.CellReviewRegisterRepository.Choice;
import vn.nenmong.review.cell.CellReviewRegisterRepository.Row;

/// The grades of Party organizations in the year.
@Controller
@ByOrganization
class CellReviewsController {

  private final CellReviewRegisterRepository cellReviews;
  private final RegisterReader reader;
  private final ExportRegister export;

  CellReviewsController(
      CellReviewRegisterRepository cellReviews, RegisterReader reader, ExportRegister export) {
    this.cellReviews = cellReviews;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/reviews/cells")
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
                .totals(cellReviews.totals(viewer.scope(), page.period(), asked, choice))
                .notes(scheme(page, viewer))));
    return Register.VIEW;
  }

  @GetMapping("/reviews/cells/export")
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
            "/reviews/cells",
            "nav.cellReviews",
            Register.Time.YEAR,
            cellReviews.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .entry("cell-reviews")
        .filters(
            Filter.words(
                "grade",
                "review.cell.grade",
                choice.grade(),
                "review.cell.grade.",
                List.of("clean_and_strong", "excellent", "good", "completed", "weak")));
  }

  /// Where the grades come from, and how sure that is.
  private List<String> scheme(Page page, Viewer viewer) {
    return cellReviews
        .scheme(viewer.onlyCommune(), page.on())
        .map(scheme -> {
          String source =
              page.t(
                  "review.cell.scheme",
                  scheme.documentNumber(),
                  scheme.documentBody(),
                  page.date(scheme.documentDate()));
          return scheme.isSecondary()
              ? source + " " + page.t("review.cell.secondary", scheme.evidence())
              : source;
        })
        .stream()
        .toList();
  }
}
