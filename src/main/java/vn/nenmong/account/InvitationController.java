package vn.nenmong.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;

/// The pages before a first sign-in: a password by a code, a phone by a code, and the first account
/// of all.
@Controller
class InvitationController {

  private static final String INVITATION = "vn/nenmong/account/invitation";
  private static final String FIRST = "vn/nenmong/account/first";
  private final ChoosePassword choose;
  private final LetDeviceIn letDeviceIn;
  private final FirstAccount first;

  InvitationController(ChoosePassword choose, LetDeviceIn letDeviceIn, FirstAccount first) {
    this.choose = choose;
    this.letDeviceIn = letDeviceIn;
    this.first = first;
  }

  @GetMapping("/invitation")
  String ask(Model model) {
    return invitation(model, "", null);
  }

  @PostMapping("/invitation")
  String choose(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      @ModelAttribute(binding = false) Page page,
      HttpServletRequest request,
      RedirectAttributes redirect,
      Model model) {
    try {
      asThemselves(
          username,
          name -> {
            choose.run(name, code, password, request.getRemoteAddr());
            return name;
          });
      redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("account.invitation.done"), null));
      return "redirect:/sign-in";
    } catch (Refused refused) {
      return invitation(model, username, page.t(refused.code(), refused.arguments()));
    }
  }

  @GetMapping("/device/new")
  String askDevice(@RequestParam(defaultValue = "") String username, Model model) {
    return device(model, username, null);
  }

  @PostMapping("/device/new")
  String letDeviceIn(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String pin,
      @RequestParam(defaultValue = "") String again,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String agent,
      @ModelAttribute(binding = false) Page page,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      ResponseCookie kept =
          asThemselves(
              username,
              name ->
                  letDeviceIn.run(
                      name, code, pin, again, agent, request.getRemoteAddr(), request.isSecure()));
      response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
      return "redirect:/device";
    } catch (Refused refused) {
      return device(model, username, page.t(refused.code(), refused.arguments()));
    }
  }

  private static String device(Model model, String username, @Nullable String problem) {
    model.addAttribute("username", username);
    model.addAttribute("problem", problem);
    return "vn/nenmong/account/newDevice";
  }

  @GetMapping("/first-account")
  String askFirst(@RequestParam(defaultValue = "") String key, Model model) {
    if (first.key().isEmpty()) {
      return "redirect:/";
    }
    return first(model, key, "", "", null);
  }

  @PostMapping("/first-account")
  String makeFirst(
      @RequestParam(defaultValue = "") String key,
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String displayName,
      @RequestParam(defaultValue = "") String password,
      @ModelAttribute(binding = false) Page page,
      RedirectAttributes redirect,
      Model model) {
    if (!first.opens(key)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String name = username.strip().toLowerCase(Locale.ROOT);
    String shown = Vietnamese.clean(displayName);
    try {
      if (!name.matches(ManageAccounts.NAME)) {
        throw new Refused("account.name.form");
      }
      if (shown.isEmpty()) {
        throw new Refused("account.displayName.missing");
      }
      first.make(name, shown, password);
      redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("account.invitation.done"), null));
      return "redirect:/sign-in";
    } catch (Refused refused) {
      return first(model, key, username, displayName, page.t(refused.code(), refused.arguments()));
    }
  }

  /// Inside the fence of the account that someone says is theirs: what it keeps can be looked at.
  private static <T> T asThemselves(String typedName, Function<String, T> deed) {
    String name = typedName.strip().toLowerCase(Locale.ROOT);
    return Fence.around(List.of(), name).call(() -> deed.apply(name));
  }

  private static String invitation(Model model, String username, @Nullable String problem) {
    model.addAttribute("username", username);
    model.addAttribute("problem", problem);
    return INVITATION;
  }

  private String first(
      Model model, String key, String username, String displayName, @Nullable String problem) {
    if (!first.opens(key)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("key", key);
    model.addAttribute("username", username);
    model.addAttribute("displayName", displayName);
    model.addAttribute("problem", problem);
    return FIRST;
  }
}
