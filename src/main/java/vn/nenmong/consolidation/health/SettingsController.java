package vn.nenmong.consolidation.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Chooser;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// The bounds and weights of where to act first, as a commune or a body above communes sets them.
@Controller
class SettingsController {

  private final Organizations organizations;
  private final SettingRepository repository;
  private final ChangeSettings change;
  private final Today today;

  SettingsController(
      Organizations organizations,
      SettingRepository repository,
      ChangeSettings change,
      Today today) {
    this.organizations = organizations;
    this.repository = repository;
    this.change = change;
    this.today = today;
  }

  @GetMapping("/where-to-act/settings")
  String show(
      @RequestParam(required = false) @Nullable String organization,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model) {
    return show(viewer, chosen(viewer, organization), Map.of(), List.of(), model);
  }

  /// @param typed what was typed, by the codes of the settings; empty to show what is set
  /// @param wrong settings that can't be as they were typed
  private String show(
      Viewer viewer,
      OrganizationRef of,
      Map<String, String> typed,
      List<Setting> wrong,
      Model model) {
    Settings settings = repository.all().at(of.path());
    model.addAttribute("of", of);
    model.addAttribute(
        "chooser",
        new Chooser(
            choices(viewer).stream()
                .map(choice ->
                    new Chooser.Choice(choice.fullCode(), choice.name(), choice.isAboveCommunes()))
                .toList(),
            of.fullCode()));
    model.addAttribute("bounds", lines(Setting.BOUNDS, of, settings, typed, wrong));
    model.addAttribute("weights", lines(Setting.WEIGHTS, of, settings, typed, wrong));
    return "vn/nenmong/consolidation/health/settings";
  }

  private static List<SettingLine> lines(
      List<Setting> all,
      OrganizationRef of,
      Settings settings,
      Map<String, String> typed,
      List<Setting> wrong) {
    return all.stream()
        .map(setting -> {
          Optional<Settings.Set> own = settings.by(of.id(), setting);
          return new SettingLine(
              setting,
              typed.getOrDefault(
                  setting.code(), own.map(set -> String.valueOf(set.value())).orElse("")),
              wrong.contains(setting),
              settings.without(of.id()).of(setting),
              settings.without(of.id()).from(setting).orElse(null),
              own.orElse(null));
        })
        .toList();
  }

  /// What is left empty is as above.
  @PostMapping("/where-to-act/settings")
  String change(
      @RequestParam String organization,
      @RequestParam Map<String, String> typed,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Model model,
      RedirectAttributes redirect) {
    OrganizationRef of = chosen(viewer, organization);
    List<Setting> wrong =
        Setting.ALL.stream()
            .filter(setting -> !isRight(setting, typed.getOrDefault(setting.code(), "")))
            .toList();
    if (!wrong.isEmpty()) {
      return show(viewer, of, typed, wrong, model);
    }
    Map<Setting, Optional<Integer>> values = new LinkedHashMap<>();
    for (Setting setting : Setting.ALL) {
      String value = typed.getOrDefault(setting.code(), "").strip();
      values.put(setting, value.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(value)));
    }
    return change(page, viewer, of, values, redirect);
  }

  @PostMapping("/where-to-act/settings/reset")
  String reset(
      @RequestParam String organization,
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    return change(
        page,
        viewer,
        chosen(viewer, organization),
        Setting.ALL.stream()
            .collect(Collectors.toMap(setting -> setting, _ -> Optional.<Integer>empty())),
        redirect);
  }

  private String change(
      Page page,
      Viewer viewer,
      OrganizationRef of,
      Map<Setting, Optional<Integer>> values,
      RedirectAttributes redirect) {
    Settings settings = repository.all().at(of.path());
    Map<Setting, Optional<Integer>> changed = new LinkedHashMap<>();
    for (Setting setting : Setting.ALL) {
      Optional<Integer> value = values.getOrDefault(setting, Optional.empty());
      if (!value.equals(settings.by(of.id(), setting).map(Settings.Set::value))) {
        changed.put(setting, value);
      }
    }
    redirect.addFlashAttribute(
        Notice.NAME,
        changed.isEmpty()
            ? new Notice(page.t("health.settings.same"), null)
            : done(page, change.run(viewer, of, changed, words(page, changed))));
    redirect.addAttribute("organization", of.fullCode());
    return "redirect:/where-to-act/settings";
  }

  private static Notice done(Page page, UUID change) {
    return Notice.undoable(page, page.t("health.settings.done"), change);
  }

  /// What became different, for the history: «Tuổi trẻ: 45».
  private static String words(Page page, Map<Setting, Optional<Integer>> changed) {
    return changed.entrySet().stream()
        .map(one ->
            page.t("health.setting." + one.getKey().code())
                + ": "
                + one.getValue()
                    .map(String::valueOf)
                    .orElseGet(() -> page.t("health.settings.asAbove")))
        .collect(Collectors.joining("; "));
  }

  private static boolean isRight(Setting setting, String typed) {
    String value = typed.strip();
    return value.isEmpty()
        || (value.matches("\\d{1,4}") && setting.allows(Integer.parseInt(value)));
  }

  private List<OrganizationRef> choices(Viewer viewer) {
    return organizations.choices(viewer.scope(), today.date()).stream()
        .filter(choice -> choice.isCommune() || choice.isAboveCommunes())
        .toList();
  }

  private OrganizationRef chosen(Viewer viewer, @Nullable String code) {
    return choices(viewer).stream()
        .filter(choice -> code == null || code.isBlank() || choice.fullCode().equals(code))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
