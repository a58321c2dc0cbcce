package vn.nenmong.membership.due;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Portion;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.rule.Evidence;

/// What is due, for other programs.
@RestController
@ByOrganization
class DueApi {

  /// @param person id of theirs
  /// @param cell id of theirs; null for who is in none
  /// @param what such as `recognition_cell`
  /// @param who whose turn it is, such as `cell`
  /// @param since day from which it can be done, where it is known
  /// @param day last day on which it is in time; null where no rule is known or the days off are
  ///   not
  /// @param rule code of the rule behind the day, where there is one
  /// @param evidence how well the rule is known
  /// @param start day from which the rule counts
  record Item(
      UUID person,
      String name,
      @Nullable UUID cell,
      String what,
      String who,
      @Nullable LocalDate since,
      @Nullable LocalDate day,
      boolean overdue,
      @Nullable String rule,
      @Nullable Evidence evidence,
      @Nullable LocalDate start) {

    static Item of(DueLine line, LocalDate today) {
      return new Item(
          line.person().id(),
          line.person().name(),
          line.cell(),
          line.due().what().code(),
          line.due().who().code(),
          line.due().since(),
          line.due().day(),
          line.due().isOverdue(today),
          line.due().limit() == null ? null : line.due().limit().rule().code(),
          line.due().limit() == null ? null : line.due().limit().rule().source().evidence(),
          line.due().limit() == null ? null : line.due().limit().start());
    }
  }

  /// @param next what to send as `after` for those that follow; null where these are the last
  record Answer(LocalDate on, List<Item> due, @Nullable String next) {}

  private final FindDue find;
  private final Today today;

  DueApi(FindDue find, Today today) {
    this.find = find;
    this.today = today;
  }

  /// @param days to look ahead, at the most 400; what is late is always there
  /// @param after the `next` of the answer before
  @GetMapping("/api/due")
  Answer due(
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(defaultValue = "90") int days,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "100") int limit) {
    LocalDate now = today.date();
    Portion<DueLine, String> portion =
        Portion.of(
            limit,
            most ->
                find.until(viewer.scope(), now.plusDays(Math.clamp(days, 0, 400))).stream()
                    .filter(line -> after == null || line.key().compareTo(after) > 0)
                    .limit(most)
                    .toList(),
            DueLine::key);
    return new Answer(
        now, portion.rows().stream().map(line -> Item.of(line, now)).toList(), portion.next());
  }
}
