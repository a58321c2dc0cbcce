package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.workbook.intake.Directory.Someone;
import vn.nenmong.workbook.intake.Directory.Standing;
import vn.nenmong.workbook.intake.Known.MemberState;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.MemberRow;
import vn.nenmong.workbook.reading.Sheet;

/// The sheet of members against the database: who each row is, and what of them changed.
///
/// The same person is found by card number; then by name, birth and cell; then by name and cell
/// where one side has no card and the births agree in what both give. What is left open is asked.
final class CompareMembers {

  private static final Sheet SHEET = Sheet.MEMBERS;
  private static final Timeline<MemberState> NOTHING = new Timeline<>(List.of());

  /// A person of the database who may be the one of a row.
  private static final class Candidate {
    final Known.Person person;
    final Known.@Nullable Membership membership;
    final Timeline<MemberState> states;
    final Timeline<MemberState> former;
    final @Nullable UUID cell;
    final Set<UUID> villages;
    boolean taken;

    Candidate(
        Known.Person person,
        Known.@Nullable Membership membership,
        Timeline<MemberState> states,
        @Nullable UUID cell,
        Set<UUID> villages) {
      this.person = person;
      this.membership = membership;
      LocalDate from = membership == null ? null : membership.period().from();
      this.former = membership == null ? states : endedBefore(states, from);
      this.states =
          new Timeline<>(
              states.spans().stream().filter(span -> !this.former.spans().contains(span)).toList());
      this.cell = cell;
      this.villages = villages;
    }

    /// What was true in a membership that ended before this one.
    private static Timeline<MemberState> endedBefore(
        Timeline<MemberState> states, @Nullable LocalDate from) {
      return new Timeline<>(
          states.spans().stream()
              .filter(span -> {
                LocalDate to = span.period().to();
                return from != null && to != null && !to.isAfter(from);
              })
              .toList());
    }

    @Nullable String card() {
      return membership == null ? null : membership.card();
    }
  }

  /// A row that can be written, with what its words mean. Each is itself alone, whatever it says.
  private static final class Entry {
    private final MemberRow row;
    private final Places.Organization cell;
    private final @Nullable UUID village;
    private final String key;

    Entry(MemberRow row, Places.Organization cell, @Nullable UUID village, String key) {
      this.row = row;
      this.cell = cell;
      this.village = village;
      this.key = key;
    }

    MemberRow row() {
      return row;
    }

    Places.Organization cell() {
      return cell;
    }

    @Nullable UUID village() {
      return village;
    }

    String key() {
      return key;
    }
  }

  private final Comparison comparison;
  private final Places places;
  private final Directory directory;
  private final Answers answers;
  private final List<Ask> asks = new ArrayList<>();
  private final List<Candidate> everyone = new ArrayList<>();
  private final Map<String, List<Candidate>> byName = new HashMap<>();
  private final Map<String, Candidate> byCard = new HashMap<>();
  private final Map<UUID, UUID> memberships = new HashMap<>();
  private final Map<UUID, LocalDate> admitted = new HashMap<>();
  private final Map<String, UUID> cards = new HashMap<>();
  private final Set<Entry> asked = new HashSet<>();

  CompareMembers(Comparison comparison, Places places, Directory directory, Answers answers) {
    this.comparison = comparison;
    this.places = places;
    this.directory = directory;
    this.answers = answers;
  }

  List<Ask> asks() {
    return asks;
  }

  /// The membership of each person, those of the file and the database.
  Map<UUID, UUID> memberships() {
    return memberships;
  }

  /// People by the card number that the file gives them, or the database where it does not.
  Map<String, UUID> cards() {
    return cards;
  }

  /// When each member of the file was admitted.
  Map<UUID, LocalDate> admitted() {
    return admitted;
  }

  /// @param candidates cells of the people who are on the list of outstanding people
  /// @param posts villages of the people who hold or held a post there
  void know(
      List<Known.Person> people,
      List<Known.Membership> members,
      Map<UUID, Timeline<MemberState>> states,
      Map<UUID, UUID> candidates,
      Map<UUID, Set<UUID>> posts) {
    Map<UUID, Known.Membership> byPerson = HashMap.newHashMap(members.size());
    members.forEach(membership ->
        byPerson.merge(membership.person(), membership, (a, b) -> a.period().to() == null ? a : b));
    for (Known.Person person : people) {
      Known.Membership membership = byPerson.get(person.id());
      UUID candidateCell = candidates.get(person.id());
      Timeline<MemberState> timeline = states.getOrDefault(person.id(), NOTHING);
      UUID cell =
          membership == null
              ? candidateCell
              : timeline
                  .at(comparison.day())
                  .or(() ->
                      timeline.isEmpty()
                          ? Optional.empty()
                          : Optional.of(timeline.spans().getLast().value()))
                  .map(MemberState::cell)
                  .orElse(null);
      Candidate candidate =
          new Candidate(
              person, membership, timeline, cell, posts.getOrDefault(person.id(), Set.of()));
      everyone.add(candidate);
      byName.computeIfAbsent(NameKey.of(person.name()), key -> new ArrayList<>(1)).add(candidate);
      if (candidate.card() != null) {
        byCard.put(candidate.card(), candidate);
      }
    }
  }

  /// @param listed whether the file has the sheet: only then is someone absent
  void compare(List<MemberRow> rows, boolean listed) {
    List<Entry> entries = accepted(rows);
    Map<Entry, Candidate> found = everyone.isEmpty() ? Map.of() : match(entries);
    for (Entry entry : entries) {
      if (asked.contains(entry)) {
        leaveOut(entry.row());
        continue;
      }
      Candidate before = found.get(entry);
      if (before == null || before.membership == null || isReadmitted(entry, before.membership)) {
        add(entry, before);
      } else {
        compare(entry, before, before.membership);
      }
    }
    for (Candidate candidate : everyone) {
      if (!candidate.taken && candidate.membership != null) {
        keep(candidate, candidate.membership, listed);
      }
    }
  }

  private static boolean isReadmitted(Entry entry, Known.Membership before) {
    LocalDate end = before.period().to();
    return end != null && !entry.row().admitted().first().isBefore(end);
  }

  private void leaveOut(MemberRow row) {
    comparison.tally(SHEET).leftOut();
    directory.leaveOut(row.name(), row.row());
  }

  private List<Entry> accepted(List<MemberRow> rows) {
    Map<String, Integer> cards = new HashMap<>();
    Map<String, List<MemberRow>> alike = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (MemberRow row : rows) {
      if (row.card() != null && cards.put(row.card(), row.row()) != null) {
        twice.add(row.card());
      }
    }
    List<Entry> entries = new ArrayList<>(rows.size());
    for (MemberRow row : rows) {
      Entry entry = accepted(row, twice);
      if (entry == null) {
        leaveOut(row);
        continue;
      }
      String key = entry.key() + '|' + row.born() + '|' + entry.cell().code();
      List<MemberRow> before = alike.computeIfAbsent(key, k -> new ArrayList<>(1));
      Optional<MemberRow> same =
          before.stream().filter(other -> other.card() == null || row.card() == null).findFirst();
      if (same.isPresent()) {
        comparison.problem(
            SHEET,
            row.row(),
            "Họ và tên",
            row.name(),
            "workbook.expected.toldApart",
            same.get().row());
        leaveOut(row);
        continue;
      }
      before.add(row);
      entries.add(entry);
    }
    return entries;
  }

  private @Nullable Entry accepted(MemberRow row, Set<String> twice) {
    Places.Organization cell = places.organization(row.cell());
    if (cell == null) {
      comparison.structural(
          SHEET, row.row(), "Mã chi bộ", row.cell(), "workbook.expected.organizationCode");
      return null;
    }
    int problems = comparison.problems().size();
    if (!cell.isCell()) {
      comparison.problem(
          SHEET, row.row(), "Mã chi bộ", row.cell(), "workbook.expected.cellCode", cell.name());
    } else if (cell.life().to() != null && !comparison.day().isBefore(cell.life().to())) {
      comparison.problem(
          SHEET,
          row.row(),
          "Mã chi bộ",
          row.cell(),
          "workbook.expected.openCell",
          PartialDate.day(cell.life().to().minusDays(1)).toVietnamese());
    }
    if (row.card() != null && twice.contains(row.card())) {
      comparison.problem(
          SHEET, row.row(), "Số thẻ đảng viên", row.card(), "workbook.expected.cardOfOne");
    }
    if (row.admitted().first().isAfter(comparison.day())) {
      comparison.problem(
          SHEET,
          row.row(),
          "Ngày vào Đảng",
          row.admitted(),
          "workbook.expected.withinYear",
          comparison.year());
    }
    UUID village = null;
    if (row.village() != null) {
      List<Places.Village> villages = places.villages(row.village());
      if (villages.size() == 1) {
        village = villages.getFirst().id();
      } else if (villages.size() > 1) {
        comparison.problem(
            SHEET, row.row(), "Bản (nơi cư trú)", row.village(), "workbook.expected.oneVillage");
      } else if (places.hasVillages()) {
        comparison.problem(
            SHEET, row.row(), "Bản (nơi cư trú)", row.village(), "workbook.expected.village");
      } else {
        comparison.notice("workbook.notice.noVillages");
      }
    }
    return comparison.problems().size() > problems
        ? null
        : new Entry(row, cell, village, NameKey.of(row.name()));
  }

  private Map<Entry, Candidate> match(List<Entry> entries) {
    Map<Entry, Candidate> found = new HashMap<>();
    for (Entry entry : entries) {
      Optional<UUID> answer = answers.people().get(entry.row().row());
      if (answer != null && answer.isPresent()) {
        everyone.stream()
            .filter(candidate -> candidate.person.id().equals(answer.get()) && !candidate.taken)
            .findFirst()
            .ifPresent(candidate -> take(found, entry, candidate));
      }
    }
    for (Entry entry : entries) {
      String card = entry.row().card();
      Candidate candidate = card == null ? null : byCard.get(card);
      if (candidate != null && !found.containsKey(entry) && !candidate.taken) {
        if (isSomeoneElse(entry, candidate)) {
          ask(entry, List.of(candidate));
        } else {
          take(found, entry, candidate);
        }
      }
    }
    matchEach(entries, found, this::isNameBirthAndCell);
    matchEach(entries, found, this::isNameAndCellWithoutCard);
    for (Entry entry : entries) {
      if (isOpen(entry, found)) {
        List<Candidate> like = like(entry, candidate -> mayBe(entry, candidate));
        if (!like.isEmpty()) {
          ask(entry, like);
        }
      }
    }
    return found;
  }

  /// Takes who is found alone; two rows that find the same person, or a row that finds two, stay
  /// open.
  private void matchEach(
      List<Entry> entries,
      Map<Entry, Candidate> found,
      java.util.function.BiPredicate<Entry, Candidate> same) {
    Map<Candidate, List<Entry>> wanted = new HashMap<>();
    for (Entry entry : entries) {
      if (isOpen(entry, found)) {
        List<Candidate> like = like(entry, candidate -> same.test(entry, candidate));
        if (like.size() == 1) {
          wanted.computeIfAbsent(like.getFirst(), c -> new ArrayList<>(1)).add(entry);
        } else if (like.size() > 1) {
          ask(entry, like);
        }
      }
    }
    wanted.forEach((candidate, wanting) -> {
      if (wanting.size() == 1) {
        take(found, wanting.getFirst(), candidate);
      } else {
        wanting.forEach(entry -> ask(entry, List.of(candidate)));
      }
    });
  }

  private boolean isOpen(Entry entry, Map<Entry, Candidate> found) {
    return !found.containsKey(entry)
        && !asked.contains(entry)
        && !answers.people().containsKey(entry.row().row());
  }

  private List<Candidate> like(Entry entry, Predicate<Candidate> test) {
    return byName.getOrDefault(entry.key(), List.of()).stream()
        .filter(candidate -> !candidate.taken)
        .filter(test)
        .toList();
  }

  /// A card that in the database belongs to another name and another birth.
  private static boolean isSomeoneElse(Entry entry, Candidate candidate) {
    PartialDate born = candidate.person.born();
    return !NameKey.of(candidate.person.name()).equals(entry.key())
        && born != null
        && !born.agreesWith(entry.row().born());
  }

  private boolean isNameBirthAndCell(Entry entry, Candidate candidate) {
    return entry.cell().id().equals(candidate.cell)
        && entry.row().born().equals(candidate.person.born())
        && (!cardsDiffer(entry, candidate) || entry.row().born().isFullDay());
  }

  private boolean isNameAndCellWithoutCard(Entry entry, Candidate candidate) {
    return candidate.membership != null
        && entry.cell().id().equals(candidate.cell)
        && (entry.row().card() == null || candidate.card() == null)
        && bornAgrees(entry, candidate);
  }

  private boolean mayBe(Entry entry, Candidate candidate) {
    return !cardsDiffer(entry, candidate)
        && bornAgrees(entry, candidate)
        && (candidate.membership != null || mayHaveJoined(entry, candidate));
  }

  /// Someone known who was no member: of the very same birth, on the list of this cell, or with a
  /// post and nothing known that would place them in another village.
  private static boolean mayHaveJoined(Entry entry, Candidate candidate) {
    if (candidate.cell != null || candidate.person.born() != null) {
      return entry.row().born().equals(candidate.person.born())
          || entry.cell().id().equals(candidate.cell);
    }
    return entry.village() == null
        || candidate.villages.isEmpty()
        || candidate.villages.contains(entry.village());
  }

  private static boolean bornAgrees(Entry entry, Candidate candidate) {
    PartialDate born = candidate.person.born();
    return born == null || born.agreesWith(entry.row().born());
  }

  private static boolean cardsDiffer(Entry entry, Candidate candidate) {
    return entry.row().card() != null
        && candidate.card() != null
        && !entry.row().card().equals(candidate.card());
  }

  private static void take(Map<Entry, Candidate> found, Entry entry, Candidate candidate) {
    found.put(entry, candidate);
    candidate.taken = true;
  }

  private void ask(Entry entry, List<Candidate> options) {
    if (!asked.add(entry)) {
      return;
    }
    List<Ask.Option> described = options.stream().map(this::option).toList();
    MemberRow row = entry.row();
    asks.add(
        new Ask(
            SHEET.title(),
            row.row(),
            Ask.Traits.of(
                row.name(),
                row.born(),
                entry.cell().name(),
                entry.village() == null ? row.village() : places.villageName(entry.village()),
                row.card(),
                row.admitted()),
            described));
    comparison.problem(
        SHEET,
        entry.row().row(),
        "Họ và tên",
        entry.row().name(),
        "workbook.expected.samePerson",
        String.join("; ", described.stream().map(Ask.Option::description).toList()));
  }

  private Ask.Option option(Candidate candidate) {
    Known.Person person = candidate.person;
    UUID village = candidate.states.at(comparison.day()).map(MemberState::village).orElse(null);
    Places.Organization cell = candidate.cell == null ? null : places.organization(candidate.cell);
    return new Ask.Option(
        person.id(),
        Ask.Traits.of(
            person.name(),
            person.born(),
            cell == null ? null : cell.name(),
            village == null ? null : places.villageName(village),
            candidate.card(),
            candidate.membership == null ? null : candidate.membership.admitted()),
        comparison.describe(
            person.name(), person.born(), places.code(candidate.cell), candidate.card()));
  }

  private void add(Entry entry, @Nullable Candidate before) {
    MemberRow row = entry.row();
    UUID person = before == null ? comparison.newId() : before.person.id();
    UUID membership = comparison.newId();
    comparison.tally(SHEET).added();
    if (before == null) {
      comparison.write(
          Write.INSERT_PERSON,
          person,
          comparison.commune(),
          row.name(),
          row.sex(),
          row.born(),
          row.ethnicity());
    } else {
      updatePerson(before.person, told(row, before.person));
    }
    Period period = Period.since(row.admitted().first());
    comparison.write(
        Write.INSERT_MEMBERSHIP,
        membership,
        person,
        comparison.commune(),
        row.card(),
        row.admitted(),
        row.recognised(),
        period,
        row.note());
    MemberState state = told(entry, null);
    writeStates(
        person,
        withStanding(
            Timeline.of(period, state),
            row.recognised() == null ? null : row.recognised().first()));
    if (row.poor()) {
      comparison.write(Write.INSERT_POVERTY, membership, comparison.year(), comparison.commune());
    }
    remember(entry, person, membership, row.card(), state);
  }

  private void remember(
      Entry entry, UUID person, UUID membership, @Nullable String card, MemberState state) {
    memberships.put(person, membership);
    if (card != null) {
      cards.put(card, person);
    }
    admitted.put(person, entry.row().admitted().first());
    directory.add(
        new Someone(
            person,
            entry.row().name(),
            Standing.MEMBER,
            entry.row().born(),
            entry.cell().id(),
            state.village()));
  }

  private MemberState told(Entry entry, @Nullable MemberState held) {
    MemberRow row = entry.row();
    UUID cell = entry.cell().id();
    MemberState known =
        held == null ? new MemberState(cell, false, false, null, null, null, null, null) : held;
    return new MemberState(
        cell,
        false,
        Boolean.TRUE.equals(told("Miễn sinh hoạt", row.exempt(), known.exempt())),
        told("Bản (nơi cư trú)", entry.village(), known.village()),
        told("Trình độ học vấn", row.education(), known.education()),
        told("Chuyên môn", row.qualification(), known.qualification()),
        told("Lý luận chính trị", row.theory(), known.theory()),
        told("Nghề nghiệp", row.occupation(), known.occupation()));
  }

  private <T> @Nullable T told(String column, @Nullable T given, @Nullable T known) {
    return comparison.told(SHEET, column, given, known);
  }

  private void compare(Entry entry, Candidate before, Known.Membership membership) {
    Known.Person person = before.person;
    MemberRow row = exact(entry.row(), person, membership);
    Timeline<MemberState> plain = plain(before.states);
    MemberState held = plain.at(comparison.day()).orElse(null);
    MemberState told = told(entry, held);
    Known.Person now = told(row, person);
    boolean wasPoor = comparison.isHandedIn(SHEET) ? membership.poor() : membership.poorBefore();
    boolean poor = comparison.has(SHEET, "Hộ nghèo") ? row.poor() : membership.poor();
    Known.Membership facts = facts(row, membership);
    Difference difference =
        new Difference()
            .of("Họ và tên", person.name(), row.name())
            .of("Giới tính", person.sex(), now.sex())
            .of("Ngày sinh", person.born(), row.born())
            .of("Dân tộc", person.ethnicity(), now.ethnicity())
            .of("Ngày vào Đảng", membership.admitted(), facts.admitted())
            .of("Ngày chính thức", membership.recognised(), facts.recognised())
            .of("Số thẻ đảng viên", membership.card(), facts.card())
            .of("Ngày kết thúc", membership.period().lastDay(), facts.period().lastDay())
            .of("Ghi chú", membership.note(), facts.note())
            .of("Hộ nghèo", told("Hộ nghèo", wasPoor, poor), poor);
    if (held == null) {
      difference.of("Mã chi bộ", null, entry.cell().code());
    } else {
      difference
          .of("Mã chi bộ", places.code(held.cell()), entry.cell().code())
          .of(
              "Bản (nơi cư trú)",
              places.villageName(held.village()),
              places.villageName(told.village()))
          .of("Trình độ học vấn", held.education(), told.education())
          .of("Chuyên môn", held.qualification(), told.qualification())
          .of("Lý luận chính trị", held.theory(), told.theory())
          .of("Nghề nghiệp", held.occupation(), told.occupation())
          .of("Miễn sinh hoạt", held.exempt(), told.exempt());
    }
    comparison.tally(SHEET).compared(row.row(), row.name(), difference);
    updatePerson(person, now);
    updateMembership(membership, facts);
    if (poor != membership.poor()) {
      if (poor) {
        comparison.write(
            Write.INSERT_POVERTY, membership.id(), comparison.year(), comparison.commune());
      } else {
        comparison.write(Write.DELETE_POVERTY, membership.id(), comparison.year());
      }
    }
    if (!told.equals(held)) {
      Period window =
          held == null || held.cell().equals(told.cell())
              ? comparison.window(SHEET)
              : comparison.moved(SHEET, places, held.cell(), told.cell());
      plain = plain.with(comparison.day(), window, told);
    }
    rewriteStates(before, plain, facts);
    remember(entry, person.id(), membership.id(), facts.card(), told);
  }

  private MemberRow exact(MemberRow row, Known.Person person, Known.Membership membership) {
    PartialDate recognised = row.recognised();
    return row.dated(
        comparison.exact(row.born(), person.born()),
        comparison.exact(row.admitted(), membership.admitted()),
        recognised == null ? null : comparison.exact(recognised, membership.recognised()));
  }

  /// What an older file does not know yet stays as a later one told it.
  private Known.Membership facts(MemberRow row, Known.Membership before) {
    boolean older = comparison.isLaterHandedIn(SHEET);
    return new Known.Membership(
        before.id(),
        before.person(),
        row.card() == null && older
            ? before.card()
            : told("Số thẻ đảng viên", row.card(), before.card()),
        row.admitted(),
        row.recognised() == null && older
            ? before.recognised()
            : told("Ngày chính thức", row.recognised(), before.recognised()),
        before.decided(),
        new Period(
            row.admitted().equals(before.admitted())
                ? before.period().from()
                : row.admitted().first(),
            comparison.open(before.period()).to()),
        row.note() == null && older ? before.note() : told("Ghi chú", row.note(), before.note()),
        before.poor(),
        before.poorBefore());
  }

  private Known.Person told(MemberRow row, Known.Person before) {
    return new Known.Person(
        before.id(),
        row.name(),
        told("Giới tính", row.sex(), before.sex()),
        row.born(),
        told("Dân tộc", row.ethnicity(), before.ethnicity()));
  }

  private void updatePerson(Known.Person before, Known.Person told) {
    if (!told.equals(before)) {
      comparison.write(
          Write.UPDATE_PERSON, told.id(), told.name(), told.sex(), told.born(), told.ethnicity());
    }
  }

  private void updateMembership(Known.Membership before, Known.Membership told) {
    if (told.equals(before)) {
      return;
    }
    if (!Objects.equals(before.card(), told.card()) && before.card() != null) {
      comparison.write(Write.CLEAR_CARD, told.id(), null);
    }
    comparison.write(
        Write.UPDATE_MEMBERSHIP,
        told.id(),
        told.card(),
        told.admitted(),
        told.recognised(),
        told.period(),
        told.note());
    if (!Objects.equals(before.period().to(), told.period().to())) {
      comparison.write(Write.END_MEMBERSHIP, told.id(), told.period(), null);
    }
  }

  /// A member whom the file does not list stays as they are; only what their cell's life allows.
  private void keep(Candidate candidate, Known.Membership membership, boolean listed) {
    Known.Membership after = listed ? absent(candidate, membership) : membership;
    rewriteStates(candidate, plain(candidate.states), after);
    if (after.period().contains(comparison.day())) {
      comparison.remains(candidate.cell, candidate.person.name());
    }
    memberships.put(candidate.person.id(), membership.id());
    if (membership.card() != null) {
      cards.putIfAbsent(membership.card(), candidate.person.id());
    }
    UUID village = candidate.states.at(comparison.day()).map(MemberState::village).orElse(null);
    directory.add(
        new Someone(
            candidate.person.id(),
            candidate.person.name(),
            listed ? Standing.ABSENT_MEMBER : Standing.MEMBER,
            candidate.person.born(),
            candidate.cell,
            village));
  }

  /// Listed as absent, and ended where the user said so.
  private Known.Membership absent(Candidate candidate, Known.Membership membership) {
    if (!membership.period().contains(comparison.day())
        || directory.leftOutRow(candidate.person.name()) != null) {
      return membership;
    }
    String description =
        comparison.describe(
            candidate.person.name(),
            candidate.person.born(),
            places.code(candidate.cell),
            membership.card());
    return comparison
        .absent(SHEET, membership.id(), description, membership.period())
        .map(ended -> {
          Period period = Period.ofDays(membership.period().from(), ended.last());
          comparison.write(Write.END_MEMBERSHIP, membership.id(), period, ended.reason());
          return membership.during(period);
        })
        .orElse(membership);
  }

  private void rewriteStates(
      Candidate before, Timeline<MemberState> plain, Known.Membership membership) {
    LocalDate end = membership.period().to();
    Timeline<MemberState> begun = plain.from(membership.period().from());
    Timeline<MemberState> after =
        withStanding(end == null ? begun : begun.until(end), membership.officialFrom());
    if (!after.equals(before.states)) {
      if (!before.states.isEmpty()) {
        comparison.write(Write.DELETE_MEMBER_STATES, before.person.id());
        writeStates(before.person.id(), before.former);
      }
      writeStates(before.person.id(), after);
    }
  }

  private static Timeline<MemberState> plain(Timeline<MemberState> states) {
    return new Timeline<>(
            states.spans().stream()
                .map(span -> new Timeline.Span<>(span.period(), span.value().withStanding(false)))
                .toList())
        .joined();
  }

  /// Inside the lives of the cells, probationary until the recognition, official from it.
  private Timeline<MemberState> withStanding(
      Timeline<MemberState> plain, @Nullable LocalDate officialFrom) {
    Timeline<MemberState> lived = plain.within(state -> lifeOf(state.cell()));
    return officialFrom == null
        ? lived.joined()
        : lived.cut(officialFrom, state -> state, state -> state.withStanding(true)).joined();
  }

  private Optional<Period> lifeOf(UUID cell) {
    return Optional.ofNullable(places.organization(cell)).map(Places.Organization::life);
  }

  private void writeStates(UUID person, Timeline<MemberState> states) {
    for (Timeline.Span<MemberState> span : states.spans()) {
      MemberState state = span.value();
      comparison.write(
          Write.INSERT_MEMBER_STATE,
          person,
          span.period(),
          comparison.commune(),
          state.cell(),
          state.official() ? "official" : "probationary",
          state.exempt(),
          state.village(),
          state.education(),
          state.qualification(),
          state.theory(),
          state.occupation());
    }
  }
}
