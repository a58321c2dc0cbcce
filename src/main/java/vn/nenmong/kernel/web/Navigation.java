package vn.nenmong.kernel.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The way through the program: every page of the menu, in groups. What the viewer may not open is
/// left out.
public final class Navigation {

  /// @param key message key of its word
  public record Entry(String path, String key) {}

  /// @param key message key of its heading, or empty for none
  public record Group(String key, List<Entry> entries) {}

  private static final List<Group> ALL =
      List.of(
          new Group(
              "",
              List.of(
                  new Entry("/", "nav.overview"),
                  new Entry("/where-to-act", "nav.whereToAct"),
                  new Entry("/figures", "nav.figures"),
                  new Entry("/me", "nav.me"))),
          new Group(
              "nav.group.base",
              List.of(
                  new Entry("/organizations", "nav.organizations"),
                  new Entry("/villages", "nav.villages"),
                  new Entry("/coverage", "nav.coverage"),
                  new Entry("/agencies", "nav.agencies"),
                  new Entry("/members", "nav.members"),
                  new Entry("/candidates", "nav.candidates"),
                  new Entry("/due", "nav.due"),
                  new Entry("/movements", "nav.movements"),
                  new Entry("/charges", "nav.charges"),
                  new Entry("/plans", "nav.plans"),
                  new Entry("/visits", "nav.visits"),
                  new Entry("/regulations", "nav.regulations"),
                  new Entry("/reorganizations", "nav.reorganizations"))),
          new Group(
              "nav.group.work",
              List.of(
                  new Entry("/meetings", "nav.meetings"),
                  new Entry("/tasks", "nav.tasks"),
                  new Entry("/phone/in", "nav.phone"),
                  new Entry("/studies", "nav.studies"),
                  new Entry("/examples", "nav.examples"),
                  new Entry("/resolutions", "nav.resolutions"),
                  new Entry("/indicators", "nav.indicators"),
                  new Entry("/models", "nav.models"))),
          new Group(
              "nav.group.cadre",
              List.of(
                  new Entry("/offices", "nav.offices"),
                  new Entry("/village-posts", "nav.villagePosts"),
                  new Entry("/courses", "nav.courses"),
                  new Entry("/planning", "nav.planning"),
                  new Entry("/mass-organizations", "nav.massOrganizations"))),
          new Group(
              "nav.group.year",
              List.of(
                  new Entry("/reviews/cells", "nav.cellReviews"),
                  new Entry("/reviews/members", "nav.memberReviews"),
                  new Entry("/reports/annual", "nav.report"),
                  new Entry("/closing", "nav.closing"))),
          new Group(
              "nav.group.data",
              List.of(
                  new Entry("/import", "nav.import"),
                  new Entry("/registers", "nav.registers"),
                  new Entry("/reconciliations", "nav.reconciliations"),
                  new Entry("/rules", "nav.rules"),
                  new Entry("/quality", "nav.quality"),
                  new Entry("/trail", "nav.trail"),
                  new Entry("/privacy/retention", "nav.retention"),
                  new Entry("/backup", "nav.backup"),
                  new Entry("/accounts", "nav.accounts"),
                  new Entry("/tokens", "nav.tokens"),
                  new Entry("/papers/numbers", "nav.numbers"),
                  new Entry("/reports/templates", "nav.templates"))));

  private Navigation() {}

  /// Message key of the page of the menu that a path is of or below.
  public static Optional<String> key(String path) {
    return ALL.stream()
        .flatMap(group -> group.entries().stream())
        .filter(entry -> path.equals(entry.path()) || path.startsWith(entry.path() + "/"))
        .max(Comparator.comparingInt(entry -> entry.path().length()))
        .map(Entry::key);
  }

  public static List<Group> groups(Page page) {
    return ALL.stream()
        .map(group ->
            new Group(
                group.key(), group.entries().stream().filter(e -> page.mayOpen(e.path())).toList()))
        .filter(group -> !group.entries().isEmpty())
        .toList();
  }
}
