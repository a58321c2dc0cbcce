package vn.nenmong.activity.minutes;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.due.DueLine;
import vn.nenmong.membership.due.FindDue;
import vn.nenmong.membership.way.Due;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// Puts together what the secretaries of cells take along.
@Component
class PackBag {

  /// What is due within so many days is put on the agenda.
  private static final int AHEAD_DAYS = 60;

  /// From this month on a cell can take up what the year was like.
  private static final int REVIEW_BEGINS = 11;

  private final BagRepository bag;
  private final MinutesRepository minutes;
  private final FindRules rules;
  private final WriteMinutes write;
  private final FindDue due;
  private final Rulebooks rulebooks;
  private final Today today;

  PackBag(
      BagRepository bag,
      MinutesRepository minutes,
      FindRules rules,
      WriteMinutes write,
      FindDue due,
      Rulebooks rulebooks,
      Today today) {
    this.bag = bag;
    this.minutes = minutes;
    this.rules = rules;
    this.write = write;
    this.due = due;
    this.rulebooks = rulebooks;
    this.today = today;
  }

  /// For all cells of the viewer's scope.
  Bag of(Viewer viewer, Page page) {
    LocalDate day = today.date();
    YearMonth month = YearMonth.from(day);
    YearMonth first = month.minusMonths(1);
    YearMonth last = month.plusMonths(1);
    List<BagRepository.Cell> cells = bag.cells(viewer.scope(), day);
    List<UUID> ids = cells.stream().map(BagRepository.Cell::id).toList();
    List<UUID> communes = cells.stream().map(BagRepository.Cell::communeId).distinct().toList();
    Map<UUID, List<Attendee>> rosters = minutes.roster(ids, first.atDay(1), last.atEndOfMonth());
    Function<UUID, Rulebook> books = rulebooks.of(communes);
    Map<UUID, List<Bag.Rules>> byCommune = new HashMap<>();
    communes.forEach(commune ->
        byCommune.put(
            commune, rules(books.apply(commune), first.atDay(1), last.atEndOfMonth(), page)));
    List<BagRepository.Task> tasks = bag.tasks(ids, day, first.atDay(1));
    List<BagRepository.Listed> listed = bag.listed(ids, first, last);
    List<BagRepository.Candidate> candidates = bag.candidates(ids, day);
    List<BagRepository.Criterion> criteria = bag.criteria(communes, day);
    Map<BagRepository.FrameKey, Frame> frames = bag.frames(communes, first, last);
    List<DueLine> waiting = due.until(viewer.scope(), day.plusDays(AHEAD_DAYS));
    List<MeetingAnswer> meetings = answers(minutes.ofCells(ids, first, last), frames);
    List<Bag.Cell> packed = new ArrayList<>();
    for (BagRepository.Cell cell : cells) {
      packed.add(
          new Bag.Cell(
              cell.id(),
              cell.name(),
              cell.commune(),
              rosters.getOrDefault(cell.id(), List.of()),
              Objects.requireNonNull(byCommune.get(cell.communeId())),
              criteria.stream()
                  .filter(criterion -> criterion.communeId().equals(cell.communeId()))
                  .map(criterion ->
                      new Bag.Criterion(criterion.id(), criterion.text(), criterion.most()))
                  .toList(),
              template(page),
              open(cell, candidates, waiting, tasks, page),
              tasks.stream()
                  .filter(task -> task.cell().equals(cell.id()))
                  .map(task ->
                      new Bag.Task(
                          task.id(), task.text(), task.personId(), task.dueOn(), task.done()))
                  .toList(),
              bag.last(cell.id(), last)
                  .flatMap(id -> minutes.find(viewer.scope(), id))
                  .map(Minutes::new)
                  .map(told -> write.text(told, rules.of(told), page::t, page::number).plain())
                  .orElse(null),
              meetings.stream().filter(told -> told.cell().equals(cell.id())).toList(),
              frames.entrySet().stream()
                  .filter(frame -> frame.getKey().commune().equals(cell.communeId()))
                  .map(frame ->
                      new Bag.FrameOf(
                          frame.getKey().month(), frame.getKey().kind(), frame.getValue()))
                  .toList(),
              listed.stream()
                  .filter(row -> row.cell().equals(cell.id()))
                  .map(row ->
                      new Bag.Listed(
                          YearMonth.from(row.month()),
                          MeetingKind.of(row.kind()),
                          row.heldOn(),
                          row.present(),
                          row.due()))
                  .toList()));
    }
    return new Bag(viewer.account(), viewer.displayName(), day, packed);
  }

  /// Meetings as phones are told of them.
  List<MeetingAnswer> answers(List<Meeting> meetings) {
    if (meetings.isEmpty()) {
      return List.of();
    }
    List<YearMonth> months =
        meetings.stream().map(meeting -> meeting.key().month()).sorted().toList();
    return answers(
        meetings,
        bag.frames(
            meetings.stream().map(Meeting::communeId).distinct().toList(),
            months.getFirst(),
            months.getLast()));
  }

  private List<MeetingAnswer> answers(
      List<Meeting> meetings, Map<BagRepository.FrameKey, Frame> frames) {
    List<MinutesRepository.OpenChange> open =
        minutes.openChanges(meetings.stream().map(Meeting::id).toList());
    return meetings.stream()
        .map(meeting ->
            MeetingAnswer.of(
                meeting,
                open,
                frames.get(
                    new BagRepository.FrameKey(
                        meeting.communeId(), meeting.key().month(), meeting.key().kind()))))
        .toList();
  }

  /// Each from the day on which it is another than before.
  private static List<Bag.Rules> rules(Rulebook book, LocalDate first, LocalDate last, Page page) {
    List<Bag.Rules> rules = new ArrayList<>();
    first
        .datesUntil(last.plusDays(1))
        .map(day -> new MeetingRules(book, day, new Roster(List.of())))
        .map(meeting ->
            new Bag.Rules(
                meeting.day(),
                matters(meeting, page),
                meeting.quorum().map(quorum -> Bag.MajorityAnswer.of(quorum, page)).orElse(null),
                meeting.isWithoutAway(),
                meeting.isWithoutExempt()))
        .forEach(each -> {
          if (rules.isEmpty() || !rules.getLast().isLike(each)) {
            rules.add(each);
          }
        });
    return rules;
  }

  private static List<Bag.MatterAnswer> matters(MeetingRules rules, Page page) {
    return Stream.of(Matter.values())
        .map(matter ->
            new Bag.MatterAnswer(
                matter,
                page.t("activity.minutes.matter." + matter.code()),
                matter.isVotedOn(),
                matter.isOfPerson(),
                rules
                    .majority(matter)
                    .map(majority -> Bag.MajorityAnswer.of(majority, page))
                    .orElse(null)))
        .toList();
  }

  /// What every regular meeting has, in the order of the guidance.
  private static List<Bag.TemplateItem> template(Page page) {
    return Stream.of(Template.values())
        .map(item ->
            new Bag.TemplateItem(
                page.t("activity.minutes.template." + item.code()), item.minutes(), item.matter()))
        .toList();
  }

  private List<Bag.OpenItem> open(
      BagRepository.Cell cell,
      List<BagRepository.Candidate> candidates,
      List<DueLine> waiting,
      List<BagRepository.Task> tasks,
      Page page) {
    Stream<Bag.OpenItem> admissions =
        candidates.stream()
            .filter(candidate -> candidate.cell().equals(cell.id()))
            .map(candidate ->
                new Bag.OpenItem(
                    candidate.id(),
                    page.t("activity.minutes.open.admission", candidate.name()),
                    Matter.ADMISSION,
                    candidate.id()));
    Stream<Bag.OpenItem> recognitions =
        waiting.stream()
            .filter(line -> cell.id().equals(line.cell()))
            .filter(line -> line.due().what() == Due.What.RECOGNITION_CELL)
            .map(line ->
                new Bag.OpenItem(
                    line.person().id(),
                    page.t("activity.minutes.open.recognition", line.person().name()),
                    Matter.RECOGNITION,
                    line.person().id()));
    LocalDate day = today.date();
    long tasksDue =
        tasks.stream()
            .filter(task -> task.cell().equals(cell.id()) && !task.done())
            .filter(task ->
                task.dueOn() != null && !task.dueOn().isAfter(YearMonth.from(day).atEndOfMonth()))
            .count();
    Stream<Bag.OpenItem> checked =
        tasksDue == 0
            ? Stream.empty()
            : Stream.of(item(cell, page.t("activity.minutes.open.tasks", tasksDue)));
    Stream<Bag.OpenItem> review =
        day.getMonthValue() < REVIEW_BEGINS
            ? Stream.empty()
            : Stream.of(
                item(
                    cell, page.t("activity.minutes.open.review", Integer.toString(day.getYear()))));
    return Stream.of(admissions, recognitions, checked, review)
        .flatMap(Function.identity())
        .toList();
  }

  private static Bag.OpenItem item(BagRepository.Cell cell, String title) {
    return new Bag.OpenItem(cell.id(), title, Matter.INFORMATION, null);
  }
}
