package vn.nenmong.account.token;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.nenmong.access.ApiPart;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The tokens of other programs, and how these ask.
@Controller
class TokensController {

  private final TokensRepository tokens;
  private final ManageTokens manage;
  private final Organizations organizations;
  private final Today today;

  TokensController(
      TokensRepository tokens, ManageTokens manage, Organizations organizations, Today today) {
    this.tokens = tokens;
    this.manage = manage;
    this.organizations = organizations;
    this.today = today;
  }

  @GetMapping("/tokens")
  String list(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("tokens", tokens.list(viewer.scope()));
    model.addAttribute("today", today.realDate());
    model.addAttribute("secret", model.getAttribute("secret"));
    return "vn/nenmong/account/token/list";
  }

  @GetMapping("/tokens/new")
  String ask(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return form(page, viewer, model, TokenForm.EMPTY, null);
  }

  @PostMapping("/tokens")
  String make(
      TokenForm form,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect,
      Model model) {
    try {
      redirect.addFlashAttribute("secret", manage.make(viewer, token(page, viewer, form)));
      return "redirect:/tokens";
    } catch (Refused refused) {
      return form(page, viewer, model, form, words(page, refused));
    }
  }

  @PostMapping("/tokens/{id}/revoke")
  String revoke(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    String words;
    try {
      manage.revoke(viewer, id);
      words = page.t("account.token.revokedNow");
    } catch (Refused refused) {
      words = words(page, refused);
    }
    redirect.addFlashAttribute(Notice.NAME, new Notice(words, null));
    return "redirect:/tokens";
  }

  @GetMapping("/tokens/guide")
  String guide(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("parts", ApiPart.values());
    model.addAttribute(
        "command",
        "curl -H \"Authorization: Bearer …\" \"%s?organization=%s&limit=100\""
            .formatted(
                ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path(ApiPart.MEMBERS.path())
                    .toUriString(),
                organizations.tops(viewer.scope(), today.date()).stream()
                    .map(OrganizationRef::fullCode)
                    .findFirst()
                    .orElse("")));
    return "vn/nenmong/account/token/guide";
  }

  /// What other programs are answered, for those who write them.
  @GetMapping("/api/openapi.yaml")
  ResponseEntity<ClassPathResource> description() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_YAML)
        .body(new ClassPathResource("openapi.yaml"));
  }

  private String form(
      Page page, Viewer viewer, Model model, TokenForm form, @Nullable String problem) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("last", page.date(manage.latest()));
    model.addAttribute("organizations", organizations.within(viewer.scope(), today.date()));
    model.addAttribute("everything", viewer.scope().paths().contains(""));
    model.addAttribute("parts", open(page));
    return "vn/nenmong/account/token/new";
  }

  /// What the maker may look at themselves.
  private static List<ApiPart> open(Page page) {
    return Arrays.stream(ApiPart.values()).filter(part -> page.mayOpen(part.path())).toList();
  }

  private NewToken token(Page page, Viewer viewer, TokenForm form) {
    String name = Vietnamese.clean(form.name() == null ? "" : form.name());
    if (name.isEmpty()) {
      throw new Refused("account.token.name.missing");
    }
    List<ApiPart> parts = open(page).stream().filter(part -> form.asks(part.code())).toList();
    if (parts.isEmpty()) {
      throw new Refused("account.token.parts.missing");
    }
    return new NewToken(name, path(viewer, form), last(form), parts);
  }

  private String path(Viewer viewer, TokenForm form) {
    String code = form.part() == null ? "" : form.part();
    return code.isEmpty()
        ? ""
        : organizations
            .find(viewer.scope(), code, today.date())
            .orElseThrow(() -> new Refused("account.token.beyond"))
            .path();
  }

  private static LocalDate last(TokenForm form) {
    try {
      return TypedDay.parse(form.last() == null ? "" : form.last());
    } catch (DateTimeException e) {
      throw new Refused("account.grant.day");
    }
  }

  private static String words(Page page, Refused refused) {
    return page.t(refused.code(), refused.arguments());
  }
}
