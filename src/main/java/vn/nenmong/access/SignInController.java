package vn.nenmong.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.web.Page;

/// The ways in: a password, then the second proof where the account has one; or the PIN of a phone.
@Controller
class SignInController {

  private final SecondFactor secondFactor;
  private final Devices devices;
  private final Patience patience;
  private final Arrivals arrivals;
  private final Entrances entrances;

  SignInController(
      SecondFactor secondFactor,
      Devices devices,
      Patience patience,
      Arrivals arrivals,
      Entrances entrances) {
    this.secondFactor = secondFactor;
    this.devices = devices;
    this.patience = patience;
    this.arrivals = arrivals;
    this.entrances = entrances;
  }

  @GetMapping("/sign-in")
  String show(
      Model model,
      @RequestParam(required = false) @Nullable String error,
      @RequestParam(required = false) @Nullable Long wait,
      HttpServletRequest request) {
    model.addAttribute("failed", error != null);
    model.addAttribute("wait", wait);
    model.addAttribute("said", said(request));
    return "vn/nenmong/access/signIn";
  }

  /// What brought someone here, as a message key, or null.
  private static @Nullable String said(HttpServletRequest request) {
    for (String reason : new String[] {"out", "change", "expired"}) {
      if (request.getParameter(reason) != null) {
        return "access.signIn." + reason;
      }
    }
    return null;
  }

  @GetMapping("/sign-in/code")
  String askCode(Model model, @RequestParam(required = false) @Nullable Long wait) {
    if (awaiting() == null) {
      return "redirect:/home";
    }
    return code(model, null, wait);
  }

  @PostMapping("/sign-in/code")
  @Nullable String takeCode(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException, ServletException {
    SignedIn who = awaiting();
    if (who == null) {
      return "redirect:/home";
    }
    String name = who.username();
    String origin = request.getRemoteAddr();
    long seconds = seconds(name, origin);
    if (seconds > 0) {
      return code(model, null, seconds);
    }
    boolean proven = Fence.around(List.of(), name).call(() -> secondFactor.proves(name, code));
    if (!proven) {
      patience.failed(name, origin);
      entrances.failedProof(name, origin);
      return code(model, "access.code.wrong", null);
    }
    patience.succeeded(name);
    arrivals.in(request, response, who.proven());
    return null;
  }

  private static String code(Model model, @Nullable String problem, @Nullable Long wait) {
    model.addAttribute("problem", problem);
    model.addAttribute("wait", wait);
    return "vn/nenmong/access/code";
  }

  @GetMapping("/device")
  String askPin(HttpServletRequest request, Model model) {
    return devices
        .find(request)
        .map(device -> pin(model, device, said(request), null, null))
        .orElse("redirect:/device/new");
  }

  @PostMapping("/device")
  @Nullable String takePin(
      @RequestParam(defaultValue = "") String pin,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws IOException, ServletException {
    DeviceRepository.Known device = devices.find(request).orElse(null);
    if (device == null) {
      return "redirect:/device/new";
    }
    String name = "device " + device.id();
    String origin = request.getRemoteAddr();
    long seconds = seconds(name, origin);
    if (seconds > 0) {
      return pin(model, device, null, null, seconds);
    }
    if (!devices.opens(device, pin.strip())) {
      patience.failed(name, origin);
      entrances.failedProof(device.username(), origin);
      return pin(model, device, null, "access.device.wrong", null);
    }
    patience.succeeded(name);
    ResponseCookie kept =
        Fence.around(List.of(), device.username()).call(() -> devices.used(device, request));
    response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
    arrivals.in(request, response, SignedIn.byDevice(device.username()));
    return null;
  }

  private static String pin(
      Model model,
      DeviceRepository.Known device,
      @Nullable String said,
      @Nullable String problem,
      @Nullable Long wait) {
    model.addAttribute("name", device.displayName());
    model.addAttribute("said", said);
    model.addAttribute("problem", problem);
    model.addAttribute("wait", wait);
    return "vn/nenmong/access/device";
  }

  /// A form whose session had run out: one press opens it again, or sends it. None where it was
  /// somebody else's.
  @GetMapping("/sign-in/kept")
  String kept(
      @ModelAttribute(binding = false) Viewer viewer, HttpServletRequest request, Model model) {
    model.addAttribute("form", KeptForm.find(request.getSession(), viewer.account()).orElse(null));
    return "vn/nenmong/access/kept";
  }

  /// The first page that someone may open.
  @GetMapping("/home")
  String home(@ModelAttribute(binding = false) Page page) {
    for (String first : new String[] {"/", "/accounts", "/me"}) {
      if (page.mayOpen(first)) {
        return "redirect:" + first;
      }
    }
    return "redirect:/my-account";
  }

  private long seconds(String name, String origin) {
    return patience.wait(name, origin).plusMillis(999).toSeconds();
  }

  /// Who has given their password and not yet the second proof.
  private static @Nullable SignedIn awaiting() {
    var known = SecurityContextHolder.getContext().getAuthentication();
    return known != null
            && known.getPrincipal() instanceof SignedIn signedIn
            && signedIn.awaitsCode()
        ? signedIn
        : null;
  }
}
