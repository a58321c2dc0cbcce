package vn.nenmong.workbook.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Period;
import vn.nenmong.kernel.time.Timeline;
import vn.nenmong.workbook.intake.Directory.Someone;
import vn.nenmong.workbook.intake.Directory.Standing;
import vn.nenmong.workbook.intake.FindPerson.Spot;
import vn.nenmong.workbook.intake.Holdings.Holding;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.ChargeRow;
import vn.nenmong.workbook.reading.MassOrganizationRow;
import vn.nenmong.workbook.reading.OfficeRow;
import vn.nenmong.workbook.reading.PlanningRow;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.TrainingRow;
import vn.nenmong.workbook.reading.VillagePostRow;

/// The sheets of offices, charges, village posts, courses, planning and mass organizations against
/// the database: who holds what, and since when.
final class CompareCadre {

  /// Someone by a title of theirs, so that a course list can mean them.
  private record Titled(Someone someone, String title, String body) {}

  private final Comparison comparison;
  private final Places places;
  private final Directory directory;
  private final FindPerson find;
  private final Map<String, List<Titled>> titled = new HashMap<>();
  private final Set<UUID> committee = new HashSet<>();

  CompareCadre(Comparison comparison, Places places, Directory directory, FindPerson find) {
    this.comparison = comparison;
    this.places = places;
    this.directory = directory;
    this.find = find;
  }

  void offices(List<OfficeRow> rows, List<Known.Office> known, boolean listed) {
    Sheet sheet = Sheet.OFFICES;
    Holdings holdings = new Holdings();
    Map<UUID, Known.Office> byId = new HashMap<>();
    for (Known.Office office : known) {
      byId.put(office.id(), office);
      holdings.know(
          new Holding(
              office.id(),
              office.person(),
              office.organization(),
              office.title(),
              office.since(),
              office.period()));
    }
    for (OfficeRow row : rows) {
      office(sheet, row, holdings, byId);
    }
    for (Holding left : holdings.left()) {
      Known.Office office = byId.get(left.id());
      Places.Organization body = places.organization(left.body());
      if (office == null || body == null) {
        continue;
      }
      Optional<Ended> ended = Optional.empty();
      if (left.period().contains(comparison.day())) {
        hold(left.person(), office.title(), body.name(), body.id());
        ended = listed ? absent(sheet, left, body.code()) : ended;
      }
      PartialDate until = ended.map(end -> PartialDate.day(end.last())).orElse(office.until());
      ending(left, ended, body.life())
          .ifPresent(period -> update(office, until, office.since(), period, office));
    }
  }

  private void office(Sheet sheet, OfficeRow row, Holdings holdings, Map<UUID, Known.Office> byId) {
    Places.Organization body = places.organization(row.organization());
    if (body == null) {
      comparison.structural(
          sheet, row.row(), "Mã tổ chức", row.organization(), "workbook.expected.organizationCode");
      return;
    }
    Someone person = holder(sheet, row, body);
    Optional<Period> period =
        period(sheet, row.row(), row.name(), row.since(), row.until(), body.life());
    if (person == null || period.isEmpty()) {
      comparison.tally(sheet).leftOut();
      return;
    }
    if (holdings.overlaps(person.id(), body.id(), row.title(), period.get())) {
      twice(sheet, row.row(), "Họ và tên", row.name());
      return;
    }
    if (period.get().contains(comparison.day())) {
      hold(person.id(), row.title(), body.name(), body.id());
    }
    Optional<Holding> before =
        holdings.take(person.id(), body.id(), row.title(), row.since(), period.get());
    Known.Office held = before.map(Holding::id).map(byId::get).orElse(null);
    if (held == null) {
      comparison.tally(sheet).added();
      comparison.write(
          Write.INSERT_OFFICE,
          comparison.newId(),
          comparison.commune(),
          person.id(),
          body.id(),
          row.title(),
          row.role(),
          row.since(),
          row.until(),
          period.get());
      return;
    }
    PartialDate until =
        row.until() == null && comparison.isLaterHandedIn(sheet)
            ? held.until()
            : comparison.told(sheet, "Đến ngày", row.until(), held.until());
    PartialDate since = row.since() == null ? held.since() : row.since();
    Period now =
        Timeline.intersect(
                new Period(
                    since == null ? held.period().from() : since.first(),
                    until == null ? null : until.last().plusDays(1)),
                body.life())
            .orElse(period.get());
    comparison
        .tally(sheet)
        .compared(
            row.row(),
            row.name(),
            new Difference()
                .of("Chức vụ", held.title(), row.title())
                .of("Từ ngày", held.since(), since)
                .of("Đến ngày", held.until(), until));
    Known.Office told =
        new Known.Office(
            held.id(), person.id(), body.id(), row.title(), row.role(), since, until, now);
    if (!told.equals(held)) {
      update(told, until, since, now, told);
    }
  }

  private void update(
      Known.Office office,
      @Nullable PartialDate until,
      @Nullable PartialDate since,
      Period period,
      Known.Office words) {
    comparison.write(
        Write.UPDATE_OFFICE, office.id(), words.title(), words.role(), since, until, period);
  }

  /// A member; who held an office in the past and is no member now is kept for it.
  private @Nullable Someone holder(Sheet sheet, OfficeRow row, Places.Organization body) {
    Spot spot = new Spot(sheet, row.row(), "Họ và tên", row.name());
    boolean past = row.until() != null && !row.until().last().isAfter(comparison.day());
    return past && find.members(row.name()).isEmpty() && directory.leftOutRow(row.name()) == null
        ? other(spot)
        : find.member(spot, find.in(body.id()));
  }

  void charges(List<ChargeRow> rows, List<Known.Charge> known, boolean listed) {
    Sheet sheet = Sheet.CHARGES;
    Holdings holdings = new Holdings();
    Map<UUID, Known.Charge> byId = new HashMap<>();
    for (Known.Charge charge : known) {
      byId.put(charge.id(), charge);
      holdings.know(
          new Holding(
              charge.id(), charge.person(), charge.cell(), "", charge.since(), charge.period()));
    }
    for (ChargeRow row : rows) {
      charge(sheet, row, holdings, byId);
    }
    for (Holding left : holdings.left()) {
      Known.Charge charge = byId.get(left.id());
      Places.Organization cell = places.organization(left.body());
      if (charge == null || cell == null) {
        continue;
      }
      Optional<Ended> ended =
          listed && left.period().contains(comparison.day())
              ? absent(sheet, left, cell.code())
              : Optional.empty();
      ending(left, ended, cell.life())
          .ifPresent(period ->
              comparison.write(
                  Write.UPDATE_CHARGE, charge.id(), charge.since(), charge.document(), period));
    }
  }

  private void charge(Sheet sheet, ChargeRow row, Holdings holdings, Map<UUID, Known.Charge> byId) {
    Places.Organization cell = places.organization(row.cell());
    if (cell == null) {
      comparison.structural(
          sheet, row.row(), "Mã chi bộ", row.cell(), "workbook.expected.organizationCode");
      return;
    }
    Someone person = inCharge(new Spot(sheet, row.row(), "Họ và tên", row.name()), cell);
    Optional<Period> period = period(sheet, row.row(), row.name(), row.since(), null, cell.life());
    if (person == null || period.isEmpty()) {
      comparison.tally(sheet).leftOut();
      return;
    }
    if (holdings.overlaps(person.id(), cell.id(), "", period.get())) {
      twice(sheet, row.row(), "Họ và tên", row.name());
      return;
    }
    Known.Charge held =
        holdings
            .take(person.id(), cell.id(), "", row.since(), period.get())
            .map(Holding::id)
            .map(byId::get)
            .orElse(null);
    if (held == null) {
      comparison.tally(sheet).added();
      comparison.write(
          Write.INSERT_CHARGE,
          comparison.newId(),
          comparison.commune(),
          person.id(),
          cell.id(),
          row.since(),
          row.document(),
          period.get());
      return;
    }
    PartialDate since = row.since() == null ? held.since() : row.since();
    String document = comparison.told(sheet, "Số văn bản", row.document(), held.document());
    Period now =
        Timeline.intersect(
                new Period(
                    since == null ? held.period().from() : since.first(),
                    comparison.open(held.period()).to()),
                cell.life())
            .orElse(period.get());
    comparison
        .tally(sheet)
        .compared(
            row.row(),
            row.name(),
            new Difference()
                .of("Từ ngày", held.since(), since)
                .of("Số văn bản", held.document(), document));
    Known.Charge told = new Known.Charge(held.id(), person.id(), cell.id(), since, document, now);
    if (!told.equals(held)) {
      comparison.write(Write.UPDATE_CHARGE, held.id(), since, document, now);
    }
  }

  /// Where two bear the name: the one in that cell, else the one who sits on the committee.
  private @Nullable Someone inCharge(Spot spot, Places.Organization cell) {
    List<Someone> named = find.members(spot.name());
    if (named.size() > 1 && named.stream().noneMatch(find.in(cell.id()))) {
      return find.member(spot, someone -> committee.contains(someone.id()));
    }
    return find.member(spot, find.in(cell.id()));
  }

  void posts(List<VillagePostRow> rows, List<Known.Post> known, boolean listed) {
    Sheet sheet = Sheet.VILLAGE_POSTS;
    Holdings holdings = new Holdings();
    Map<UUID, Known.Post> byId = new HashMap<>();
    for (Known.Post post : known) {
      byId.put(post.id(), post);
      holdings.know(
          new Holding(
              post.id(), post.person(), post.village(), post.title(), post.since(), post.period()));
    }
    for (VillagePostRow row : rows) {
      post(sheet, row, holdings, byId, known);
    }
    for (Holding left : holdings.left()) {
      Places.Village village = places.village(left.body());
      Known.Post post = byId.get(left.id());
      if (village == null || post == null) {
        continue;
      }
      Optional<Ended> ended = Optional.empty();
      if (left.period().contains(comparison.day())) {
        hold(left.person(), left.title(), village.name(), null);
        ended = listed ? absent(sheet, left, village.name()) : ended;
      }
      ending(left, ended, village.life())
          .ifPresent(period ->
              comparison.write(
                  Write.UPDATE_POST, post.id(), post.title(), post.role(), post.since(), period));
    }
  }

  private void post(
      Sheet sheet,
      VillagePostRow row,
      Holdings holdings,
      Map<UUID, Known.Post> byId,
      List<Known.Post> known) {
    List<Places.Village> villages = places.villages(row.village());
    if (villages.size() != 1) {
      comparison.problem(
          sheet,
          row.row(),
          "Tên bản",
          row.village(),
          villages.isEmpty() ? "workbook.expected.village" : "workbook.expected.oneVillage");
      comparison.tally(sheet).leftOut();
      return;
    }
    Places.Village village = villages.getFirst();
    Someone person = postHolder(sheet, row, village, known);
    Optional<Period> period =
        Holdings.period(row.since(), null, comparison.newYear(), village.life());
    if (period.isEmpty()) {
      comparison.problem(
          sheet, row.row(), "Tên bản", row.village(), "workbook.expected.openVillage");
    }
    if (person == null || period.isEmpty()) {
      comparison.tally(sheet).leftOut();
      return;
    }
    Period lived = period.get();
    if (holdings.overlaps(person.id(), village.id(), row.title(), lived)) {
      twice(sheet, row.row(), "Họ và tên", row.name());
      return;
    }
    hold(person.id(), row.title(), village.name(), null);
    Known.Post held =
        holdings
            .take(person.id(), village.id(), row.title(), row.since(), lived)
            .map(Holding::id)
            .map(byId::get)
            .orElse(null);
    if (held == null) {
      comparison.tally(sheet).added();
      comparison.write(
          Write.INSERT_POST,
          comparison.newId(),
          comparison.commune(),
          village.id(),
          person.id(),
          row.title(),
          row.role(),
          row.since(),
          lived);
      return;
    }
    PartialDate since = row.since() == null ? held.since() : row.since();
    Period now =
        Timeline.intersect(
                new Period(
                    since == null ? held.period().from() : since.first(),
                    comparison.open(held.period()).to()),
                village.life())
            .orElse(lived);
    comparison
        .tally(sheet)
        .compared(row.row(), row.name(), new Difference().of("Từ ngày", held.since(), since));
    Known.Post told =
        new Known.Post(held.id(), village.id(), person.id(), row.title(), row.role(), since, now);
    if (!told.equals(held)) {
      comparison.write(
          Write.UPDATE_POST, held.id(), told.title(), told.role(), since, told.period());
    }
  }

  /// The column «Là đảng viên» decides: a member of that name, or a person without membership, the
  /// one who holds a post of that village already or someone new. Where the file does not have it,
  /// whoever holds the post, or lives in the village as its only member of that name.
  private @Nullable Someone postHolder(
      Sheet sheet, VillagePostRow row, Places.Village village, List<Known.Post> known) {
    Spot spot = new Spot(sheet, row.row(), "Họ và tên", row.name());
    if (row.member()) {
      List<Someone> living = find.members(row.name()).stream().filter(find.of(village)).toList();
      return living.size() == 1
          ? living.getFirst()
          : find.member(spot, someone -> Objects.equals(someone.cell(), village.cell()));
    }
    if (!comparison.has(sheet, "Là đảng viên")) {
      List<Someone> meant = new ArrayList<>(find.members(row.name()));
      List<Someone> holding =
          meant.stream().filter(someone -> holds(known, someone, village, row.title())).toList();
      meant.removeIf(find.of(village).negate());
      if (holding.size() == 1 || meant.size() == 1) {
        return holding.size() == 1 ? holding.getFirst() : meant.getFirst();
      }
    }
    for (Someone someone : directory.named(row.name(), Standing.MEMBER)) {
      if (holds(known, someone, village, row.title())) {
        return someone;
      }
    }
    for (Someone someone : directory.named(row.name(), Standing.OTHER)) {
      if (village.id().equals(someone.village())
          || known.stream()
              .anyMatch(post ->
                  post.person().equals(someone.id()) && post.village().equals(village.id()))) {
        return someone;
      }
    }
    return addOther(row.name(), village.id());
  }

  private static boolean holds(
      List<Known.Post> known, Someone someone, Places.Village village, String title) {
    return known.stream()
        .anyMatch(post ->
            post.person().equals(someone.id())
                && post.village().equals(village.id())
                && NameKey.of(post.title()).equals(NameKey.of(title)));
  }

  void training(
      List<TrainingRow> rows,
      List<Known.Course> known,
      List<Known.Attendance> attendances,
      boolean listed) {
    Sheet sheet = Sheet.TRAINING;
    Map<String, Known.Course> courses = new LinkedHashMap<>();
    known.forEach(course -> courses.put(courseKey(course.name(), course.from()), course));
    Map<UUID, Map<UUID, Known.Attendance>> attended = new HashMap<>();
    attendances.forEach(attendance ->
        attended
            .computeIfAbsent(attendance.course(), k -> new HashMap<>())
            .put(attendance.person(), attendance));
    Map<UUID, Set<UUID>> told = new HashMap<>();
    Set<UUID> written = new HashSet<>();
    for (TrainingRow row : rows) {
      if (row.to() != null && row.to().isBefore(row.from())) {
        comparison.problem(
            sheet,
            row.row(),
            "Đến ngày",
            PartialDate.day(row.to()),
            "workbook.expected.endAfterStart");
        comparison.tally(sheet).leftOut();
        continue;
      }
      Someone person = participant(new Spot(sheet, row.row(), "Họ và tên", row.name()), row);
      if (person == null) {
        comparison.tally(sheet).leftOut();
        continue;
      }
      String key = courseKey(row.course(), row.from());
      Known.Course course = courses.get(key);
      Difference difference = new Difference();
      if (course == null) {
        course =
            new Known.Course(comparison.newId(), row.course(), row.kind(), row.from(), row.to());
        courses.put(key, course);
        written.add(course.id());
        comparison.write(
            Write.INSERT_COURSE,
            course.id(),
            comparison.commune(),
            row.course(),
            row.kind(),
            row.from(),
            row.to());
      } else if (!written.contains(course.id())) {
        LocalDate to = comparison.told(sheet, "Đến ngày", row.to(), course.to());
        difference.of("Loại", course.kind(), row.kind()).of("Đến ngày", course.to(), to);
        if (!difference.isEmpty() && written.add(course.id())) {
          comparison.write(
              Write.UPDATE_COURSE, course.id(), course.name(), row.kind(), row.from(), to);
        }
      }
      if (!told.computeIfAbsent(course.id(), k -> new HashSet<>()).add(person.id())) {
        twice(sheet, row.row(), "Họ và tên", row.name());
        continue;
      }
      Known.Attendance before = attended.getOrDefault(course.id(), Map.of()).get(person.id());
      String position =
          comparison.told(
              sheet, "Chức vụ", row.position(), before == null ? null : before.position());
      if (before == null) {
        comparison.tally(sheet).added();
      } else {
        difference.of("Chức vụ", before.position(), position);
        comparison.tally(sheet).compared(row.row(), row.name(), difference);
      }
      if (before == null || !Objects.equals(before.position(), position)) {
        comparison.write(
            Write.SAY_ATTENDANCE, course.id(), person.id(), comparison.commune(), position);
      }
    }
    if (listed) {
      absentFromCourses(sheet, courses, attended, told);
    }
  }

  private void absentFromCourses(
      Sheet sheet,
      Map<String, Known.Course> courses,
      Map<UUID, Map<UUID, Known.Attendance>> attended,
      Map<UUID, Set<UUID>> told) {
    for (Known.Course course : courses.values()) {
      if (course.from().getYear() != comparison.year()) {
        continue;
      }
      for (UUID person : attended.getOrDefault(course.id(), Map.of()).keySet()) {
        if (!told.getOrDefault(course.id(), Set.of()).contains(person)) {
          comparison.tally(sheet).absent(directory.nameOf(person) + ": " + course.name());
        }
      }
    }
  }

  private static String courseKey(String name, LocalDate from) {
    return NameKey.of(name) + '|' + from;
  }

  /// Who holds the post that the row names, else a member of the name, else one who is no member
  /// and known by it, else someone new.
  private @Nullable Someone participant(Spot spot, TrainingRow row) {
    if (row.position() != null) {
      List<Someone> holding = holding(row.name(), row.position());
      if (!holding.isEmpty()) {
        return find.one(spot, holding, null);
      }
    }
    if (!find.members(row.name()).isEmpty() && !isOutstandingPerson(row)) {
      return find.member(spot, null);
    }
    return other(spot);
  }

  private static boolean isOutstandingPerson(TrainingRow row) {
    return row.position() != null && Vietnamese.fold(row.position()).contains("quan chung");
  }

  /// Those of the name whose title the position is; where several, the one whose body it names too.
  private List<Someone> holding(String name, String position) {
    String key = NameKey.of(position);
    List<Titled> fitting =
        titled.getOrDefault(NameKey.of(name), List.of()).stream()
            .filter(title -> key.startsWith(title.title()))
            .toList();
    Set<Someone> named = new LinkedHashSet<>();
    fitting.stream()
        .filter(title -> key.contains(title.body()))
        .forEach(title -> named.add(title.someone()));
    if (named.size() != 1) {
      fitting.forEach(title -> named.add(title.someone()));
    }
    return List.copyOf(named);
  }

  void planning(List<PlanningRow> rows, List<Known.Planning> known, boolean listed) {
    Sheet sheet = Sheet.PLANNING;
    record Key(UUID person, String post, int from) {}
    Map<Key, Known.Planning> open = new LinkedHashMap<>();
    known.forEach(
        entry -> open.put(new Key(entry.person(), NameKey.of(entry.post()), entry.from()), entry));
    Set<Key> told = new HashSet<>();
    for (PlanningRow row : rows) {
      Someone person = memberOrOther(new Spot(sheet, row.row(), "Họ và tên", row.name()));
      if (person == null) {
        comparison.tally(sheet).leftOut();
        continue;
      }
      Key key = new Key(person.id(), NameKey.of(row.post()), row.from());
      if (!told.add(key)) {
        twice(sheet, row.row(), "Họ và tên", row.name());
        continue;
      }
      Known.Planning before = open.remove(key);
      if (before == null) {
        comparison.tally(sheet).added();
        comparison.write(
            Write.INSERT_PLANNING,
            comparison.newId(),
            comparison.commune(),
            person.id(),
            row.post(),
            row.from(),
            row.to(),
            row.entered(),
            row.need());
        continue;
      }
      Integer entered =
          comparison.told(sheet, "Năm đưa vào quy hoạch", row.entered(), before.entered());
      String need = comparison.told(sheet, "Nhu cầu đào tạo", row.need(), before.need());
      Difference difference =
          new Difference()
              .of("Chức danh quy hoạch", before.post(), row.post())
              .of("Giai đoạn", before.to(), row.to())
              .of("Năm đưa vào quy hoạch", before.entered(), entered)
              .of("Nhu cầu đào tạo", before.need(), need);
      if (comparison.tally(sheet).compared(row.row(), row.name(), difference)) {
        comparison.write(Write.UPDATE_PLANNING, before.id(), row.post(), row.to(), entered, need);
      }
    }
    if (listed) {
      open.values().stream()
          .filter(entry -> entry.to() > comparison.year())
          .forEach(entry ->
              comparison
                  .tally(sheet)
                  .absent(directory.nameOf(entry.person()) + ": " + entry.post()));
    }
  }

  void massOrganizations(
      List<MassOrganizationRow> rows, List<Known.MassOrganization> everything, boolean listed) {
    Sheet sheet = Sheet.MASS_ORGANIZATIONS;
    Map<String, Known.MassOrganization> open = new LinkedHashMap<>();
    everything.forEach(organization -> open.put(NameKey.of(organization.name()), organization));
    Set<String> told = new HashSet<>();
    for (MassOrganizationRow row : rows) {
      UUID head = null;
      if (row.head() != null) {
        Someone person = memberOrOther(new Spot(sheet, row.row(), "Người đứng đầu", row.head()));
        if (person == null) {
          comparison.tally(sheet).leftOut();
          continue;
        }
        head = person.id();
      }
      if (!told.add(NameKey.of(row.organization()))) {
        twice(sheet, row.row(), "Tên tổ chức", row.organization());
        continue;
      }
      Known.MassOrganization before = open.remove(NameKey.of(row.organization()));
      UUID id = before == null ? comparison.newId() : before.id();
      if (before == null) {
        comparison.write(
            Write.INSERT_MASS_ORGANIZATION, id, comparison.commune(), row.organization());
      }
      Known.MassOrganization known =
          before == null
              ? new Known.MassOrganization(id, row.organization(), false, null, null, null)
              : before;
      Known.MassOrganization now =
          new Known.MassOrganization(
              id,
              known.name(),
              true,
              comparison.told(sheet, "Người đứng đầu", head, known.head()),
              comparison.told(sheet, "Số chi hội/chi đoàn", row.branches(), known.branches()),
              comparison.told(sheet, "Số hội viên/đoàn viên", row.members(), known.members()));
      if (known.inYear()) {
        comparison
            .tally(sheet)
            .compared(
                row.row(),
                row.organization(),
                new Difference()
                    .of(
                        "Người đứng đầu",
                        directory.nameOf(known.head()),
                        directory.nameOf(now.head()))
                    .of("Số chi hội/chi đoàn", known.branches(), now.branches())
                    .of("Số hội viên/đoàn viên", known.members(), now.members()));
      } else {
        comparison.tally(sheet).added();
      }
      if (!now.equals(before)) {
        comparison.write(
            Write.SAY_MASS_ORGANIZATION_YEAR,
            id,
            comparison.year(),
            now.head(),
            now.branches(),
            now.members());
      }
    }
    if (listed) {
      open.values().forEach(left -> comparison.tally(sheet).absent(left.name()));
    }
  }

  private @Nullable Someone memberOrOther(Spot spot) {
    return find.members(spot.name()).isEmpty() ? other(spot) : find.member(spot, null);
  }

  /// No member: one who is known by that name, or someone new who is kept for what the row says.
  private @Nullable Someone other(Spot spot) {
    if (directory.leftOutRow(spot.name()) != null) {
      find.noMember(spot);
      return null;
    }
    List<Someone> known = new ArrayList<>(directory.named(spot.name(), Standing.OTHER));
    known.addAll(directory.named(spot.name(), Standing.CANDIDATE));
    if (!known.isEmpty()) {
      return find.one(spot, known, null);
    }
    comparison.notice("workbook.notice.noMember", spot.sheet().title(), spot.row(), spot.name());
    return addOther(spot.name(), null);
  }

  private Someone addOther(String name, @Nullable UUID village) {
    Someone someone = new Someone(comparison.newId(), name, Standing.OTHER, null, null, village);
    directory.add(someone);
    comparison.write(
        Write.INSERT_PERSON, someone.id(), comparison.commune(), name, null, null, null);
    return someone;
  }

  private void hold(UUID person, String title, String body, @Nullable UUID organization) {
    Someone someone = directory.get(person);
    if (someone != null) {
      titled
          .computeIfAbsent(NameKey.of(someone.name()), k -> new ArrayList<>(1))
          .add(new Titled(someone, NameKey.of(title), NameKey.of(body)));
    }
    if (comparison.commune().equals(organization)) {
      committee.add(person);
    }
  }

  private Optional<Period> period(
      Sheet sheet,
      int row,
      String name,
      @Nullable PartialDate since,
      @Nullable PartialDate until,
      Period life) {
    if (since != null && until != null && until.last().isBefore(since.first())) {
      comparison.problem(sheet, row, "Đến ngày", until, "workbook.expected.endAfterStart");
      return Optional.empty();
    }
    Optional<Period> period = Holdings.period(since, until, comparison.newYear(), life);
    if (period.isEmpty()) {
      comparison.problem(
          sheet,
          row,
          "Từ ngày",
          since,
          "workbook.expected.withinLife",
          life.from() == null ? "…" : PartialDate.day(life.from()).toVietnamese(),
          life.to() == null ? "…" : PartialDate.day(life.to().minusDays(1)).toVietnamese());
    } else if (since != null && life.from() != null && since.first().isBefore(life.from())) {
      comparison.notice(
          "workbook.notice.beforeLife",
          sheet.title(),
          row,
          name,
          since.toVietnamese(),
          PartialDate.day(life.from()).toVietnamese());
    }
    return period;
  }

  private void twice(Sheet sheet, int row, String column, String found) {
    comparison.problem(sheet, row, column, found, "workbook.expected.once");
    comparison.tally(sheet).leftOut();
  }

  private Optional<Ended> absent(Sheet sheet, Holding left, String body) {
    String title = left.title().isEmpty() ? "" : ", " + left.title();
    return comparison.absent(
        sheet, left.id(), directory.nameOf(left.person()) + title + ", " + body, left.period());
  }

  /// The period of what no row told of, where it changes: ended by the user, or with the body.
  private static Optional<Period> ending(Holding left, Optional<Ended> ended, Period life) {
    Period period =
        ended.map(end -> Period.ofDays(left.period().from(), end.last())).orElse(left.period());
    return Timeline.intersect(period, life).filter(other -> !other.equals(left.period()));
  }
}
