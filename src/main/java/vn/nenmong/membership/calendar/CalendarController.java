package vn.nenmong.membership.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.nenmong.access.OnBehalf;
import vn.nenmong.access.Secret;
import vn.nenmong.access.Upcoming;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Notice;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.QrPicture;
import vn.nenmong.membership.due.DueLine;
import vn.nenmong.membership.due.FindDue;
import vn.nenmong.membership.way.Due;

/// The page where someone gets the address of their calendar, and what a phone finds there.
@Controller
class CalendarController {

  private static final int AHEAD_DAYS = 366;
  private static final MediaType ICALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private record Kind(LocalDate day, Due.What what) {}

  private final CalendarAddressRepository addresses;
  private final ManageAddress manage;
  private final OnBehalf onBehalf;
  private final FindDue find;
  private final List<Upcoming> upcoming;
  private final Today today;

  CalendarController(
      CalendarAddressRepository addresses,
      ManageAddress manage,
      OnBehalf onBehalf,
      FindDue find,
      List<Upcoming> upcoming,
      Today today) {
    this.addresses = addresses;
    this.manage = manage;
    this.onBehalf = onBehalf;
    this.find = find;
    this.upcoming = upcoming;
    this.today = today;
  }

  @GetMapping("/calendar")
  String show(@ModelAttribute(binding = false) Viewer viewer, Model model) {
    model.addAttribute("known", addresses.of(viewer.account()).orElse(null));
    model.addAttribute("address", model.getAttribute("address"));
    model.addAttribute(
        "qr",
        model.getAttribute("address") instanceof String told
            ? QrPicture.of(told.replaceFirst("^https?", "webcal"))
            : null);
    return "vn/nenmong/membership/calendar/show";
  }

  @PostMapping("/calendar")
  String make(@ModelAttribute(binding = false) Viewer viewer, RedirectAttributes redirect) {
    redirect.addFlashAttribute("address", here("/calendar/" + manage.make(viewer) + ".ics"));
    return "redirect:/calendar";
  }

  @PostMapping("/calendar/revoke")
  String revoke(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      RedirectAttributes redirect) {
    manage.revoke(viewer);
    redirect.addFlashAttribute(
        Notice.NAME, new Notice(page.t("membership.calendar.revoked"), null));
    return "redirect:/calendar";
  }

  /// With the grants that the owner has at this moment. Whoever has none, and an address that is
  /// none any more, are not there.
  @GetMapping("/calendar/{secret}.ics")
  ResponseEntity<String> feed(
      @PathVariable String secret, @ModelAttribute(binding = false) Page page) {
    CalendarAddressRepository.Owned owned =
        addresses
            .find(Secret.digest(secret))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Viewer owner =
        onBehalf
            .of(owned.account(), "/due", null)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    addresses.used(owned.id(), today.now());
    LocalDate until = today.date().plusDays(AHEAD_DAYS);
    List<CalendarFile.Event> events =
        Fence.around(owner.communes(), owner.account())
            .call(() -> {
              List<DueLine> lines = find.until(owner.scope(), until);
              return Stream.concat(
                      events(page, owned.id(), lines).stream(),
                      upcoming.stream()
                          .flatMap(each -> each.of(owner, page, until).stream())
                          .map(event -> event(owned.id(), event)))
                  .toList();
            });
    return ResponseEntity.ok()
        .contentType(ICALENDAR)
        .cacheControl(CacheControl.noStore())
        .body(CalendarFile.of(page.t("membership.calendar.name"), today.now(), events));
  }

  private static CalendarFile.Event event(UUID calendar, Upcoming.Event event) {
    return new CalendarFile.Event(
        "%s-%s@nen-mong".formatted(event.key(), calendar),
        event.day(),
        event.words(),
        here(event.address()));
  }

  private static List<CalendarFile.Event> events(Page page, UUID calendar, List<DueLine> lines) {
    Map<Kind, Long> counts =
        lines.stream()
            .map(DueLine::due)
            .filter(due -> due.day() != null)
            .collect(
                Collectors.groupingBy(
                    due -> new Kind(Objects.requireNonNull(due.day()), due.what()),
                    () -> new TreeMap<>(Comparator.comparing(Kind::day).thenComparing(Kind::what)),
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> event(page, calendar, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static CalendarFile.Event event(Page page, UUID calendar, Kind kind, long count) {
    return new CalendarFile.Event(
        "%s-%s-%s@nen-mong".formatted(kind.day(), kind.what().code(), calendar),
        kind.day(),
        page.t(
            "membership.calendar.event",
            page.number(count),
            page.t("way.due." + kind.what().code())),
        here("/due?horizon=%d&what=%s".formatted(AHEAD_DAYS, kind.what())));
  }

  private static String here(String address) {
    return URI.create(ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/")
        .resolve(address)
        .toString();
  }
}
