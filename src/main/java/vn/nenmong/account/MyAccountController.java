package vn.nenmong.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.nenmong.access.Devices;
import vn.nenmong.access.SecondFactor;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.QrPicture;

/// One's own account: roles, password, second factor, phone, sessions and sign-ins.
@Controller
class MyAccountController {

  private static final int ENTRANCES = 10;
  private static final String SECOND_FACTOR = "vn/nenmong/account/secondFactor";

  private final MyAccountRepository own;
  private final ManageOwnAccount manage;
  private final SecondFactor secondFactor;
  private final Devices devices;
  private final Today today;

  MyAccountController(
      MyAccountRepository own,
      ManageOwnAccount manage,
      SecondFactor secondFactor,
      Devices devices,
      Today today) {
    this.own = own;
    this.manage = manage;
    this.secondFactor = secondFactor;
    this.devices = devices;
    this.today = today;
  }

  @GetMapping("/my-account")
  String show(
      @ModelAttribute(binding = false) Viewer viewer, HttpServletRequest request, Model model) {
    String name = viewer.account();
    model.addAttribute("username", name);
    model.addAttribute("roles", own.roles(name, today.realDate()));
    model.addAttribute("hasSecondFactor", secondFactor.isSet(name));
    model.addAttribute("codesLeft", secondFactor.recoveryCodesLeft(name));
    model.addAttribute("device", devices.of(name).orElse(null));
    model.addAttribute(
        "sessions", own.otherSessions(name, request.getSession().getId(), today.now()));
    model.addAttribute("entrances", own.entrances(name, ENTRANCES));
    model.addAttribute("problem", model.getAttribute("problem"));
    return "vn/nenmong/account/my";
  }

  @PostMapping("/my-account/password")
  String changePassword(
      @RequestParam(name = "passwordOld", defaultValue = "") String old,
      @RequestParam(name = "passwordNew", defaultValue = "") String wanted,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    try {
      manage.changePassword(viewer, request.getSession().getId(), old, wanted);
      redirect.addFlashAttribute(
          Notice.NAME, new Notice(page.t("account.my.password.changed"), null));
    } catch (Refused refused) {
      redirect.addFlashAttribute("problem", page.t(refused.code(), refused.arguments()));
    }
    return "redirect:/my-account";
  }

  @GetMapping("/my-account/second-factor")
  String askSecondFactor(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    return secondFactor.isSet(viewer.account())
        ? "redirect:/my-account"
        : secondFactor(viewer, model, null);
  }

  @PostMapping("/my-account/second-factor")
  String confirmSecondFactor(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    try {
      return codes(model, () -> manage.confirmSecondFactor(viewer, code));
    } catch (Refused refused) {
      return secondFactor.isSet(viewer.account())
          ? "redirect:/my-account"
          : secondFactor(viewer, model, page.t(refused.code(), refused.arguments()));
    }
  }

  @PostMapping("/my-account/recovery-codes")
  String newRecoveryCodes(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect,
      Model model) {
    try {
      return codes(model, () -> manage.newRecoveryCodes(viewer, code));
    } catch (Refused refused) {
      redirect.addFlashAttribute("problem", page.t(refused.code(), refused.arguments()));
      return "redirect:/my-account";
    }
  }

  @PostMapping("/my-account/sessions/end")
  String endSessions(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    manage.endSession(viewer, request.getSession().getId(), null);
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("account.session.ended"), null));
    return "redirect:/my-account";
  }

  @PostMapping("/my-account/sessions/{session}/end")
  String endSession(
      @PathVariable UUID session,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    manage.endSession(viewer, request.getSession().getId(), session.toString());
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("account.session.ended"), null));
    return "redirect:/my-account";
  }

  @PostMapping("/my-account/device/end")
  String endDevice(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    manage.endDevice(viewer);
    redirect.addFlashAttribute(Notice.NAME, new Notice(page.t("account.device.ended"), null));
    return "redirect:/my-account";
  }

  private String secondFactor(Viewer viewer, Model model, @Nullable String problem) {
    SecondFactor.Begun begun = secondFactor.begin(viewer.account());
    model.addAttribute("secret", String.join(" ", begun.secret().split("(?<=\\G.{4})")));
    model.addAttribute("qr", QrPicture.of(begun.address()));
    model.addAttribute("problem", problem);
    return SECOND_FACTOR;
  }

  private static String codes(Model model, Supplier<List<String>> made) {
    model.addAttribute("codes", made.get());
    return "vn/nenmong/account/recoveryCodes";
  }
}
