package vn.nenmong.activity.phone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Devices;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;

/// The frame of the pages, which has no data of anybody; what they keep is fetched through
/// `/api/phone`.
@Controller
class PhoneController {

  private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");

  /// All words of the pages begin so.
  private static final String WORDS = "activity.phone.";

  record Csrf(String header, String token) {}

  record State(@Nullable String account, String device, @Nullable Csrf csrf, String version) {}

  record Icon(String src, String sizes, String type) {}

  /// What a browser must know to put the pages among the apps of a phone.
  record Manifest(
      String name,
      String short_name,
      String lang,
      String id,
      String start_url,
      String scope,
      String display,
      String background_color,
      String theme_color,
      List<Icon> icons) {}

  private final PhoneFiles files;
  private final Devices devices;
  private final JsonMapper json;

  PhoneController(PhoneFiles files, Devices devices, JsonMapper json) {
    this.files = files;
    this.devices = devices;
    this.json = json;
  }

  @GetMapping("/phone/")
  String shell(
      @ModelAttribute(binding = false) Page page, HttpServletResponse response, Model model) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
    model.addAttribute("version", files.version());
    model.addAttribute("css", files.path("phone.css"));
    model.addAttribute("icon", files.path("icon.svg"));
    model.addAttribute("scripts", Stream.of("phone.js", "meeting.js").map(files::path).toList());
    model.addAttribute("words", words(page));
    return "vn/nenmong/activity/phone/shell";
  }

  /// Also for who has to sign in first, and then comes back.
  @GetMapping({"/phone", "/phone/in"})
  String in() {
    return "redirect:/phone/";
  }

  @GetMapping("/phone/state")
  @ResponseBody
  State state(
      @ModelAttribute(binding = false) Viewer viewer,
      HttpServletRequest request,
      @Nullable CsrfToken csrf) {
    return new State(
        viewer.account().isEmpty() ? null : viewer.account(),
        devices.standing(request).name().toLowerCase(Locale.ROOT),
        csrf == null ? null : new Csrf(csrf.getHeaderName(), csrf.getToken()),
        files.version());
  }

  @GetMapping("/phone/sw.js")
  ResponseEntity<String> worker() {
    return ResponseEntity.ok()
        .contentType(SCRIPT)
        .cacheControl(CacheControl.noCache())
        .body(files.worker());
  }

  @GetMapping("/phone/manifest.webmanifest")
  ResponseEntity<String> manifest(@ModelAttribute(binding = false) Page page) {
    return ResponseEntity.ok()
        .contentType(MANIFEST)
        .cacheControl(CacheControl.noCache())
        .body(
            json.writeValueAsString(
                new Manifest(
                    page.t("activity.phone.title"),
                    page.t("app.name"),
                    page.language(),
                    "/phone/",
                    "/phone/",
                    "/phone/",
                    "standalone",
                    "#fbf9f5",
                    "#2a211c",
                    List.of(new Icon(files.path("icon.svg"), "any", "image/svg+xml")))));
  }

  /// Every word of the pages without what all begin with, arguments still to be put in. `<` is
  /// written so that nothing in it ends the element it stands in.
  private String words(Page page) {
    var words = new TreeMap<String, String>();
    for (String key : ResourceBundle.getBundle("messages/activity", Locale.ROOT).keySet()) {
      if (key.startsWith(WORDS)) {
        words.put(key.substring(WORDS.length()), page.t(key, "{0}", "{1}", "{2}"));
      }
    }
    return json.writeValueAsString(words).replace("<", "\\u003c");
  }
}
