package vn.nenmong.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.nenmong.access.Devices;
import vn.nenmong.access.Role;
import vn.nenmong.access.Viewer;
import vn.nenmong.account.ManageAccounts.Invited;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.time.TypedDay;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.QrPicture;
import vn.nenmong.organization.Organizations;

/// Who may sign in, as what, where and how long.
@Controller
class AccountsController {

  private final AccountsRepository accounts;
  private final ManageAccounts manage;
  private final Organizations organizations;
  private final Devices devices;
  private final Today today;
  private final boolean demo;

  AccountsController(
      AccountsRepository accounts,
      ManageAccounts manage,
      Organizations organizations,
      Devices devices,
      Today today,
      @Value("${nenmong.demo:false}") boolean demo) {
    this.accounts = accounts;
    this.manage = manage;
    this.organizations = organizations;
    this.devices = devices;
    this.today = today;
    this.demo = demo;
  }

  @GetMapping("/accounts")
  String list(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute(
        "accounts", accounts.list(viewer.scope(), today.realDate(), today.now(), demo));
    return "vn/nenmong/account/list";
  }

  @GetMapping("/accounts/new")
  String ask(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    return form(viewer, model, "", "", new GrantForm(null, null, null, null), null);
  }

  @PostMapping("/accounts")
  String invite(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String displayName,
      GrantForm grant,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect,
      Model model) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    String shown = Vietnamese.clean(displayName);
    try {
      if (!name.matches(ManageAccounts.NAME)) {
        throw new Refused("account.name.form");
      }
      if (shown.isEmpty()) {
        throw new Refused("account.displayName.missing");
      }
      Invited invited = manage.invite(viewer, name, shown, List.of(grant(viewer, grant)));
      redirect.addFlashAttribute("code", invited.code());
      return "redirect:/accounts/" + invited.account();
    } catch (Refused refused) {
      return form(viewer, model, username, displayName, grant, words(page, refused));
    }
  }

  @GetMapping("/accounts/{id}")
  String show(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    Account account = account(viewer, id);
    model.addAttribute("account", account);
    model.addAttribute("grants", accounts.grants(viewer.scope(), id, today.realDate()));
    model.addAttribute("sessions", accounts.sessions(viewer.scope(), id, today.now()));
    model.addAttribute("code", model.getAttribute("code"));
    model.addAttribute("qr", qr(account, model.getAttribute("phoneCode")));
    model.addAttribute("phoneCode", model.getAttribute("phoneCode"));
    model.addAttribute("device", devices.of(account.username()).orElse(null));
    model.addAttribute("hasPhoneRole", accounts.hasPhoneRole(id, today.realDate()));
    model.addAttribute("today", today.realDate());
    choices(viewer, model);
    return "vn/nenmong/account/show";
  }

  @PostMapping("/accounts/{id}/grants")
  String grant(
      @PathVariable UUID id,
      GrantForm grant,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    return tell(
        page,
        redirect,
        id,
        "account.grant.given",
        () -> manage.grant(viewer, id, grant(viewer, grant)));
  }

  @PostMapping("/accounts/{id}/grants/{grant}/end")
  String end(
      @PathVariable UUID id,
      @PathVariable UUID grant,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    return tell(page, redirect, id, "account.grant.endedNow", () -> manage.end(viewer, id, grant));
  }

  @PostMapping("/accounts/{id}/invitation")
  String reset(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    try {
      redirect.addFlashAttribute("code", manage.reset(viewer, id));
    } catch (Refused refused) {
      redirect.addFlashAttribute(Notice.NAME, Notice.refused(words(page, refused)));
    }
    return "redirect:/accounts/" + id;
  }

  @PostMapping("/accounts/{id}/sessions/end")
  String endSessions(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    return tell(page, redirect, id, "account.sessions.ended", () -> manage.endSessions(viewer, id));
  }

  @PostMapping("/accounts/{id}/sessions/{session}/end")
  String endSession(
      @PathVariable UUID id,
      @PathVariable UUID session,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    return tell(
        page,
        redirect,
        id,
        "account.session.ended",
        () -> manage.endSession(viewer, id, session.toString()));
  }

  @PostMapping("/accounts/{id}/device")
  String inviteDevice(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    try {
      redirect.addFlashAttribute("phoneCode", manage.inviteDevice(viewer, id));
    } catch (Refused refused) {
      redirect.addFlashAttribute(Notice.NAME, Notice.refused(words(page, refused)));
    }
    return "redirect:/accounts/" + id;
  }

  @PostMapping("/accounts/{id}/device/end")
  String endDevice(
      @PathVariable UUID id,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    account(viewer, id);
    return tell(page, redirect, id, "account.device.ended", () -> manage.endDevice(viewer, id));
  }

  /// The address at which the phone is let in. The code stands behind the `#`, which no server and
  /// no log is told.
  private static @Nullable QrPicture qr(Account account, @Nullable Object code) {
    return code == null
        ? null
        : QrPicture.of(
            ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/device/new")
                .queryParam("username", account.username())
                .fragment(code.toString())
                .encode()
                .toUriString());
  }

  private Account account(Viewer viewer, UUID id) {
    return accounts
        .find(viewer.scope(), id, today.realDate(), today.now(), demo)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String form(
      Viewer viewer,
      Model model,
      String username,
      String displayName,
      GrantForm grant,
      @Nullable String problem) {
    model.addAttribute("username", username);
    model.addAttribute("displayName", displayName);
    model.addAttribute("grant", grant);
    model.addAttribute("problem", problem);
    model.addAttribute("today", today.realDate());
    choices(viewer, model);
    return "vn/nenmong/account/invite";
  }

  private void choices(Viewer viewer, Model model) {
    model.addAttribute("roles", grantable().map(Role::code).toList());
    model.addAttribute("parts", organizations.within(viewer.scope(), today.date()));
    model.addAttribute("everything", viewer.scope().paths().contains(""));
  }

  /// All but the one that is granted on a person, from that person's page.
  private static Stream<Role> grantable() {
    return Arrays.stream(Role.values()).filter(role -> role != Role.MEMBER);
  }

  /// @throws Refused where it says nothing that can be granted
  private NewGrant grant(Viewer viewer, GrantForm form) {
    Role role =
        grantable()
            .filter(known -> known.code().equals(form.role()))
            .findFirst()
            .orElseThrow(() -> new Refused("account.role.missing"));
    String code = form.part() == null ? "" : form.part();
    String path =
        code.isEmpty()
            ? ""
            : organizations
                .find(viewer.scope(), code, today.date())
                .orElseThrow(() -> new Refused("account.grant.beyond"))
                .path();
    LocalDate since = day(form.since());
    return new NewGrant(role, path, since == null ? today.realDate() : since, day(form.last()));
  }

  private static @Nullable LocalDate day(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return TypedDay.parse(typed);
    } catch (DateTimeException e) {
      throw new Refused("account.grant.day");
    }
  }

  private static String tell(
      Page page, RedirectAttributes redirect, UUID id, String done, Runnable deed) {
    String words;
    try {
      deed.run();
      words = page.t(done);
    } catch (Refused refused) {
      words = words(page, refused);
    }
    redirect.addFlashAttribute(Notice.NAME, new Notice(words, null));
    return "redirect:/accounts/" + id;
  }

  private static String words(Page page, Refused refused) {
    return page.t(refused.code(), refused.arguments());
  }
}
