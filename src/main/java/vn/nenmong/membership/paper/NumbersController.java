package vn.nenmong.membership.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Units;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The books of numbers of a committee's or a cell's papers, and the terms they run through.
@Controller
class NumbersController {

  private final NumberRepository numbers;
  private final ChangeTerms terms;
  private final Organizations organizations;
  private final Units units;
  private final Today today;

  NumbersController(
      NumberRepository numbers,
      ChangeTerms terms,
      Organizations organizations,
      Units units,
      Today today) {
    this.numbers = numbers;
    this.terms = terms;
    this.organizations = organizations;
    this.units = units;
    this.today = today;
  }

  @GetMapping("/papers/numbers")
  String show(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable UUID organization,
      Model model) {
    List<Field.Choice> choices = units.all(viewer.scope(), today.date());
    Optional<OrganizationRef> of =
        organization != null
            ? Optional.of(organization(viewer, organization))
            : choices.stream()
                .findFirst()
                .flatMap(first ->
                    organizations.find(
                        viewer.scope(), UUID.fromString(first.value()), today.date()));
    model.addAttribute("choices", choices);
    model.addAttribute("of", of.orElse(null));
    model.addAttribute(
        "books",
        of.map(unit -> books(numbers.taken(viewer.scope(), unit.id(), today.date())))
            .orElse(List.of()));
    model.addAttribute(
        "terms",
        of.map(unit -> numbers.terms(viewer.scope(), unit.id(), today.date())).orElse(List.of()));
    return "vn/nenmong/membership/paper/numbers";
  }

  @PostMapping("/papers/terms")
  String add(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      @RequestParam UUID organization,
      @RequestParam(required = false) @Nullable LocalDate began,
      RedirectAttributes redirect) {
    OrganizationRef of = organization(viewer, organization);
    if (began == null) {
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(page.t("membership.paper.termNeedsDay"), null));
    } else {
      terms.add(viewer, of, began);
    }
    redirect.addAttribute("organization", organization);
    return "redirect:/papers/numbers";
  }

  @PostMapping("/papers/terms/remove")
  String remove(
      @ModelAttribute(binding = false) Viewer viewer,
      @ModelAttribute(binding = false) Page page,
      @RequestParam UUID organization,
      @RequestParam LocalDate began,
      RedirectAttributes redirect) {
    try {
      terms.remove(viewer, organization(viewer, organization), began);
    } catch (Refused refused) {
      redirect.addFlashAttribute(Notice.NAME, Notice.refused(page.t(refused.code())));
    }
    redirect.addAttribute("organization", organization);
    return "redirect:/papers/numbers";
  }

  /// Of numbers in the order of terms and documents.
  static List<NumberBook> books(List<NumberBook.Taken> taken) {
    List<NumberBook> books = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= taken.size(); i++) {
      NumberBook.Taken first = taken.get(from);
      if (i == taken.size()
          || !taken.get(i).term().equals(first.term())
          || !taken.get(i).document().equals(first.document())) {
        books.add(new NumberBook(first.term(), first.document(), taken.subList(from, i)));
        from = i;
      }
    }
    return books;
  }

  private OrganizationRef organization(Viewer viewer, UUID id) {
    return organizations
        .find(viewer.scope(), id, today.date())
        .filter(unit -> !unit.isAboveCommunes())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
