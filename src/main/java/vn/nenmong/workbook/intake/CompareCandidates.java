package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.workbook.intake.Directory.Someone;
import vn.nenmong.workbook.intake.Directory.Standing;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.CandidateRow;
import vn.nenmong.workbook.reading.Sheet;

/// The sheet of outstanding people against the database. One who stands in the members' sheet with
/// the same name, birth and cell was admitted; a mere namesake never is.
final class CompareCandidates {

  private static final Sheet SHEET = Sheet.CANDIDATES;

  private final Comparison comparison;
  private final Places places;
  private final Directory directory;
  private final FindPerson find;
  private final Map<UUID, LocalDate> admitted;
  private final Map<UUID, Known.Person> people = new HashMap<>();
  private final Map<String, List<Known.Candidate>> byName = new HashMap<>();
  private final List<Known.Candidate> known;
  private final Set<UUID> taken = new HashSet<>();

  /// @param admitted when each member was admitted, by the members' sheet
  CompareCandidates(
      Comparison comparison,
      Places places,
      Directory directory,
      FindPerson find,
      List<Known.Candidate> candidates,
      List<Known.Person> everyone,
      Map<UUID, LocalDate> admitted) {
    this.comparison = comparison;
    this.places = places;
    this.directory = directory;
    this.find = find;
    this.admitted = admitted;
    this.known = candidates;
    Set<UUID> listed = new HashSet<>();
    candidates.forEach(candidate -> listed.add(candidate.person()));
    everyone.stream()
        .filter(person -> listed.contains(person.id()))
        .forEach(person -> people.put(person.id(), person));
    for (Known.Candidate candidate : candidates) {
      Known.Person person = people.get(candidate.person());
      if (person != null) {
        byName.computeIfAbsent(NameKey.of(person.name()), k -> new ArrayList<>(1)).add(candidate);
      }
    }
  }

  void compare(List<CandidateRow> rows, boolean listed) {
    Map<String, Integer> seen = new HashMap<>();
    for (CandidateRow row : rows) {
      String key = NameKey.of(row.name()) + '|' + row.born() + '|' + NameKey.of(row.cell());
      Integer before = seen.putIfAbsent(key, row.row());
      if (before != null) {
        comparison.problem(
            SHEET, row.row(), "Họ và tên", row.name(), "workbook.expected.toldApart", before);
        comparison.tally(SHEET).leftOut();
        continue;
      }
      compare(row);
    }
    for (Known.Candidate candidate : known) {
      if (taken.contains(candidate.id())) {
        continue;
      }
      LocalDate day = admitted.get(candidate.person());
      if (day != null) {
        if (!candidate.status().equals("admitted")) {
          close(candidate, day);
        }
      } else if (candidate.listed().contains(comparison.day())) {
        keep(candidate, listed);
      }
    }
  }

  private void keep(Known.Candidate candidate, boolean listed) {
    Known.Person person = people.get(candidate.person());
    if (person == null) {
      return;
    }
    Optional<Known.Candidate> left = listed ? absent(candidate, person) : Optional.empty();
    Known.Candidate now = left.orElse(candidate);
    Places.Organization cell = places.organization(candidate.cell());
    Period period =
        cell == null
            ? now.listed()
            : Timeline.intersect(now.listed(), cell.life()).orElse(now.listed());
    if (left.isPresent() || !period.equals(now.listed())) {
      update(now.listed(period));
    }
    directory.add(
        new Someone(
            person.id(),
            person.name(),
            Standing.CANDIDATE,
            person.born(),
            candidate.cell(),
            candidate.village()));
  }

  private Optional<Known.Candidate> absent(Known.Candidate candidate, Known.Person person) {
    String description =
        comparison.describe(person.name(), person.born(), places.code(candidate.cell()), null);
    return comparison
        .absent(SHEET, candidate.id(), description, candidate.listed())
        .map(ended ->
            candidate.withdrawn(
                Period.ofDays(candidate.listed().from(), ended.last()), ended.reason()));
  }

  private void compare(CandidateRow row) {
    Places.Organization cell = places.organization(row.cell());
    if (cell == null) {
      comparison.structural(
          SHEET, row.row(), "Mã chi bộ", row.cell(), "workbook.expected.organizationCode");
      return;
    }
    int problems = comparison.problems().size();
    if (hasEnded(cell)) {
      comparison.problem(
          SHEET, row.row(), "Mã chi bộ", row.cell(), "workbook.expected.openCellThen");
    }
    UUID villageGiven = village(row);
    UUID firstGiven = helper(row, "Đảng viên giúp đỡ 1", row.firstHelper(), cell);
    UUID secondGiven = helper(row, "Đảng viên giúp đỡ 2", row.secondHelper(), cell);
    Optional<Known.Candidate> before = before(row, cell);
    Known.Candidate held = before.orElse(null);
    Optional<Known.Candidate> open = before.filter(candidate -> !hasLeft(candidate));
    Known.Person known = held == null ? null : people.get(held.person());
    PartialDate born = told("Ngày sinh", row.born(), known == null ? null : known.born());
    Optional<Someone> member =
        admittedMember(row, born, cell)
            .or(() ->
                before
                    .filter(candidate -> admitted.containsKey(candidate.person()))
                    .map(candidate -> directory.get(candidate.person())));
    if (comparison.problems().size() > problems) {
      comparison.tally(SHEET).leftOut();
      return;
    }
    UUID person =
        member
            .map(Someone::id)
            .or(() -> before.map(Known.Candidate::person))
            .orElseGet(comparison::newId);
    LocalDate admission = member.map(Someone::id).map(admitted::get).orElse(null);
    boolean later = before.filter(this::isAdmittedLater).isPresent();
    UUID village = villageGiven;
    UUID first = firstGiven;
    UUID second = secondGiven;
    PartialDate classTaken = row.classTaken();
    PartialDate dossier = row.dossierCompleted();
    String words = row.statusText();
    if (held != null) {
      village = told("Bản (nơi cư trú)", village, held.village());
      first = told("Đảng viên giúp đỡ 1", first, held.firstHelper());
      second = told("Đảng viên giúp đỡ 2", second, held.secondHelper());
      classTaken = told("Ngày học lớp nhận thức", classTaken, held.classTaken());
      dossier = told("Ngày hoàn tất hồ sơ", dossier, held.dossierCompleted());
      words = told("Tình trạng", words, held.statusText());
    }
    boolean leavesLater = held != null && leavesLater(held);
    if (held != null && leavesLater) {
      words = held.statusText();
    }
    String status =
        leavesLater
            ? "withdrawn"
            : member.isPresent() || later
                ? "admitted"
                : CandidateRow.status(words, classTaken, dossier);
    Optional<Period> listed =
        open.map(candidate -> Optional.of(candidate.listed()))
            .orElseGet(() -> Timeline.intersect(Period.since(start(row, held)), cell.life()));
    if (listed.isEmpty()) {
      comparison.problem(
          SHEET, row.row(), "Mã chi bộ", row.cell(), "workbook.expected.openCellThen");
      comparison.tally(SHEET).leftOut();
      return;
    }
    Period period = admission == null ? listed.get() : until(listed.get(), admission);
    Known.Candidate told =
        new Known.Candidate(
            open.map(Known.Candidate::id).orElseGet(comparison::newId),
            person,
            cell.id(),
            village,
            period,
            first,
            second,
            classTaken,
            dossier,
            status,
            words);
    if (member.isEmpty()) {
      tellPerson(told(row, person));
      directory.add(new Someone(person, row.name(), Standing.CANDIDATE, born, cell.id(), village));
    }
    write(row, open, told);
  }

  private void write(CandidateRow row, Optional<Known.Candidate> before, Known.Candidate told) {
    if (before.isEmpty()) {
      comparison.tally(SHEET).added();
      insert(told);
      return;
    }
    Known.Candidate held = before.get();
    taken.add(held.id());
    Known.Person person = people.get(held.person());
    Difference difference =
        new Difference()
            .of("Mã chi bộ", places.code(held.cell()), places.code(told.cell()))
            .of(
                "Bản (nơi cư trú)",
                places.villageName(held.village()),
                places.villageName(told.village()))
            .of(
                "Đảng viên giúp đỡ 1",
                directory.nameOf(held.firstHelper()),
                directory.nameOf(told.firstHelper()))
            .of(
                "Đảng viên giúp đỡ 2",
                directory.nameOf(held.secondHelper()),
                directory.nameOf(told.secondHelper()))
            .of("Ngày học lớp nhận thức", held.classTaken(), told.classTaken())
            .of("Ngày hoàn tất hồ sơ", held.dossierCompleted(), told.dossierCompleted())
            .of("Tình trạng", held.statusText(), told.statusText());
    if (person != null && !told.status().equals("admitted")) {
      Known.Person now = told(row, person.id());
      difference
          .of("Họ và tên", person.name(), now.name())
          .of("Giới tính", person.sex(), now.sex())
          .of("Ngày sinh", person.born(), now.born())
          .of("Dân tộc", person.ethnicity(), now.ethnicity());
    }
    comparison.tally(SHEET).compared(row.row(), row.name(), difference);
    if (!held.cell().equals(told.cell())) {
      move(held, told);
    } else if (!told.equals(held)) {
      update(told);
    }
  }

  /// A correction of what this year said, or one listing that ends and another that begins.
  private void move(Known.Candidate held, Known.Candidate told) {
    LocalDate day = comparison.moved(SHEET, places, held.cell(), told.cell()).from();
    if (day == null || !held.listed().contains(day.minusDays(1)) || !held.listed().contains(day)) {
      update(told);
      return;
    }
    update(held.listed(new Period(held.listed().from(), day)));
    insert(told.id(comparison.newId()).listed(new Period(day, told.listed().to())));
  }

  private void insert(Known.Candidate told) {
    comparison.write(
        Write.INSERT_CANDIDATE,
        told.id(),
        told.person(),
        comparison.commune(),
        told.cell(),
        told.village(),
        told.listed(),
        told.firstHelper(),
        told.secondHelper(),
        told.classTaken(),
        told.dossierCompleted(),
        told.status(),
        told.statusText());
  }

  private void update(Known.Candidate told) {
    comparison.write(
        Write.UPDATE_CANDIDATE,
        told.id(),
        told.cell(),
        told.village(),
        told.listed(),
        told.firstHelper(),
        told.secondHelper(),
        told.classTaken(),
        told.dossierCompleted(),
        told.status(),
        told.statusText());
  }

  /// Admitted: no more on the list from that day.
  private void close(Known.Candidate candidate, LocalDate admission) {
    update(
        new Known.Candidate(
            candidate.id(),
            candidate.person(),
            candidate.cell(),
            candidate.village(),
            until(candidate.listed(), admission),
            candidate.firstHelper(),
            candidate.secondHelper(),
            candidate.classTaken(),
            candidate.dossierCompleted(),
            "admitted",
            candidate.statusText()));
  }

  /// Admitted after the day of this file, as a later year told.
  private boolean isAdmittedLater(Known.Candidate candidate) {
    return candidate.status().equals("admitted") && candidate.listed().contains(comparison.day());
  }

  /// Taken off the list, before the day of this file or after it.
  private boolean hasLeft(Known.Candidate candidate) {
    LocalDate end = candidate.listed().to();
    return isWithdrawn(candidate) && end != null && !end.isAfter(comparison.day());
  }

  private boolean leavesLater(Known.Candidate candidate) {
    return isWithdrawn(candidate) && candidate.listed().to() != null && !hasLeft(candidate);
  }

  private static boolean isWithdrawn(Known.Candidate candidate) {
    return candidate.status().equals("withdrawn");
  }

  private static Period until(Period listed, LocalDate day) {
    LocalDate from = listed.from();
    return new Period(from, from != null && !day.isAfter(from) ? from.plusDays(1) : day);
  }

  private Known.Person told(CandidateRow row, UUID id) {
    Known.Person known =
        people.getOrDefault(id, new Known.Person(id, row.name(), null, null, null));
    return new Known.Person(
        id,
        row.name(),
        told("Giới tính", row.sex(), known.sex()),
        told("Ngày sinh", row.born(), known.born()),
        told("Dân tộc", row.ethnicity(), known.ethnicity()));
  }

  private <T> @Nullable T told(String column, @Nullable T given, @Nullable T known) {
    return comparison.told(SHEET, column, given, known);
  }

  private void tellPerson(Known.Person told) {
    Known.Person known = people.get(told.id());
    if (known == null) {
      comparison.write(
          Write.INSERT_PERSON,
          told.id(),
          comparison.commune(),
          told.name(),
          told.sex(),
          told.born(),
          told.ethnicity());
    } else if (!told.equals(known)) {
      comparison.write(
          Write.UPDATE_PERSON, told.id(), told.name(), told.sex(), told.born(), told.ethnicity());
    }
  }

  /// On the list since the first thing that is told of them, at the latest since the new year;
  /// after an earlier listing has ended.
  private LocalDate start(CandidateRow row, Known.@Nullable Candidate left) {
    LocalDate start =
        Stream.of(
                Optional.ofNullable(row.classTaken()), Optional.ofNullable(row.dossierCompleted()))
            .flatMap(Optional::stream)
            .map(PartialDate::first)
            .filter(day -> day.isBefore(comparison.newYear()))
            .min(LocalDate::compareTo)
            .orElse(comparison.newYear());
    LocalDate end = left == null ? null : left.listed().to();
    return end != null && end.isAfter(start) ? end : start;
  }

  private Optional<Someone> admittedMember(
      CandidateRow row, @Nullable PartialDate born, Places.Organization cell) {
    return find.members(row.name()).stream()
        .filter(someone -> born != null && born.equals(someone.born()))
        .filter(someone -> cell.id().equals(someone.cell()))
        .findFirst();
  }

  private Optional<Known.Candidate> before(CandidateRow row, Places.Organization cell) {
    List<Known.Candidate> ever =
        byName.getOrDefault(NameKey.of(row.name()), List.of()).stream()
            .filter(candidate -> !taken.contains(candidate.id()))
            .toList();
    List<Known.Candidate> then =
        ever.stream().filter(candidate -> candidate.listed().contains(comparison.day())).toList();
    List<Known.Candidate> named = then.isEmpty() ? ever : then;
    List<Known.Candidate> same =
        named.stream()
            .filter(
                candidate -> candidate.cell().equals(cell.id()) && isBornAs(row, candidate, true))
            .toList();
    List<Known.Candidate> like =
        same.isEmpty()
            ? named.stream().filter(candidate -> isBornAs(row, candidate, false)).toList()
            : same;
    if (like.size() == 1 && isStillOf(cell, like.getFirst(), row)) {
      return Optional.of(like.getFirst());
    }
    if (!like.isEmpty()) {
      comparison.problem(
          SHEET,
          row.row(),
          "Họ và tên",
          row.name(),
          "workbook.expected.samePerson",
          String.join("; ", like.stream().map(this::describe).toList()));
    }
    return Optional.empty();
  }

  /// Of the same cell, or of one that has ended and sent its people elsewhere.
  private boolean isStillOf(Places.Organization cell, Known.Candidate candidate, CandidateRow row) {
    if (candidate.cell().equals(cell.id())) {
      return true;
    }
    Places.Organization old = places.organization(candidate.cell());
    return old != null && hasEnded(old) && isBornAs(row, candidate, true);
  }

  private boolean hasEnded(Places.Organization cell) {
    LocalDate end = cell.life().to();
    return end != null && !comparison.day().isBefore(end);
  }

  private String describe(Known.Candidate candidate) {
    Known.Person person = people.get(candidate.person());
    return person == null
        ? ""
        : comparison.describe(person.name(), person.born(), places.code(candidate.cell()), null);
  }

  private boolean isBornAs(CandidateRow row, Known.Candidate candidate, boolean exactly) {
    Known.Person person = people.get(candidate.person());
    PartialDate born = person == null ? null : person.born();
    if (born == null || row.born() == null) {
      return !exactly || (born == null && row.born() == null);
    }
    return exactly ? born.equals(row.born()) : born.agreesWith(row.born());
  }

  private @Nullable UUID village(CandidateRow row) {
    if (row.village() == null) {
      return null;
    }
    List<Places.Village> villages = places.villages(row.village());
    if (villages.size() == 1) {
      return villages.getFirst().id();
    }
    if (places.hasVillages()) {
      comparison.problem(
          SHEET,
          row.row(),
          "Bản (nơi cư trú)",
          row.village(),
          villages.isEmpty() ? "workbook.expected.village" : "workbook.expected.oneVillage");
    }
    return null;
  }

  private @Nullable UUID helper(
      CandidateRow row, String column, @Nullable String name, Places.Organization cell) {
    if (name == null) {
      return null;
    }
    Someone found =
        find.member(new FindPerson.Spot(SHEET, row.row(), column, name), find.in(cell.id()));
    return found == null ? null : found.id();
  }
}
