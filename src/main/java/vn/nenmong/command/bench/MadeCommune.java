package vn.nenmong.command.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// A commune that does not exist, as a workbook of all sheets, and the figures of its year counted
/// while it was made: from the facts and by a second way, not by the program's.
///
/// The same shape and seed make the same commune.
final class MadeCommune {

  /// @param parent code of the body above
  record Cell(
      String code,
      String name,
      String parent,
      @Nullable PartialDate founded,
      @Nullable PartialDate ended) {

    boolean existedIn(int year, int month) {
      LocalDate first = LocalDate.of(year, month, 1);
      return (founded == null || !founded.first().isAfter(first.plusMonths(1).minusDays(1)))
          && (ended == null || !ended.last().isBefore(first));
    }
  }

  record Village(
      String code,
      String name,
      String cell,
      @Nullable String form,
      int households,
      int poor,
      boolean cultural) {}

  record Person(
      String name,
      boolean female,
      PartialDate born,
      String ethnicity,
      String village,
      String cell,
      PartialDate admitted,
      @Nullable PartialDate recognised,
      @Nullable String card,
      boolean exempt,
      boolean poor) {}

  private static final String[] ETHNICITIES = {
    "Kinh", "Kinh", "Kinh", "Kinh", "Kinh", "Kinh", "Kinh", "Mường", "Tày", "Thái"
  };
  private static final String[] SCHOOLING = {"12/12", "12/12", "9/12", "10/10", "7/10"};
  private static final String[] WORK = {
    "Làm ruộng", "Làm ruộng", "Làm ruộng", "Hưu trí", "Giáo viên", "Công nhân", "Buôn bán nhỏ"
  };
  private static final String[] OFFICE_CELLS = {
    "Cơ quan xã",
    "Trường Tiểu học",
    "Trường THCS",
    "Trạm Y tế",
    "Quân sự",
    "Công an xã",
    "Trường Mầm non"
  };

  private final CommuneShape shape;
  private final Random random;
  private final Hand hand;
  private final MadeNames names = MadeNames.load();
  private final Set<String> reserved = new HashSet<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Village> villages = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final Map<String, List<Person>> byCell = new LinkedHashMap<>();
  private final List<Person> committee = new ArrayList<>();
  private final Set<String> learners = new HashSet<>();
  private final Set<String> trainedSecretaries = new HashSet<>();
  private final List<MadeSheet> sheets = new ArrayList<>();
  private final Map<String, Map<String, String>> figures = new LinkedHashMap<>();

  private MadeCommune(CommuneShape shape, long seed) {
    this.shape = shape;
    this.random = new Random(seed);
    this.hand = new Hand(random);
  }

  static MadeCommune of(CommuneShape shape, long seed) {
    var commune = new MadeCommune(shape, seed);
    commune.makeOrganizations();
    commune.makeVillages();
    commune.makePeople();
    commune.addOrganizations();
    commune.addVillages();
    commune.addMembers();
    commune.addCandidates();
    commune.addOffices();
    commune.addCharges();
    commune.addResolutions();
    commune.addIndicators();
    commune.addTraining();
    commune.addVillagePosts();
    commune.addPlanning();
    commune.addStudies();
    commune.addModels();
    commune.addMassOrganizations();
    commune.addMeetings();
    commune.addCellReviews();
    commune.addMemberReviews();
    commune.countMembers();
    return commune;
  }

  CommuneShape shape() {
    return shape;
  }

  /// All seventeen.
  List<MadeSheet> sheets() {
    return Collections.unmodifiableList(sheets);
  }

  /// Organizations, villages and members alone.
  List<MadeSheet> memberSheets() {
    return sheets.subList(0, 3);
  }

  List<Cell> cells() {
    return Collections.unmodifiableList(cells);
  }

  List<Person> people() {
    return Collections.unmodifiableList(people);
  }

  /// By code of the organization and of the figure, as plain numbers: `66.0`, `2013-07`.
  Map<String, Map<String, String>> figures() {
    return Collections.unmodifiableMap(figures);
  }

  // The tree.

  private void makeOrganizations() {
    int offices = Math.min(OFFICE_CELLS.length, Math.max(2, shape.cells() / 6));
    int inVillages = shape.cells() - offices;
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < shape.cells(); i++) {
      String code = "CB%02d".formatted(i + 1);
      String place = i < inVillages ? newPlace(taken) : OFFICE_CELLS[i - inVillages];
      String parent =
          i < inVillages && shape.subCommittees() > 0 && i % 2 == 0
              ? "BP%02d".formatted(i / 2 % shape.subCommittees() + 1)
              : shape.code();
      cells.add(new Cell(code, place, parent, founded(i), null));
    }
    if (shape.changes()) {
      int end = shape.cells();
      cells.add(
          new Cell(
              "CB%02d".formatted(end + 1),
              "Hợp tác xã",
              shape.code(),
              shape.founded(),
              PartialDate.day(LocalDate.of(shape.year() - 2, 12, 31))));
      cells.add(
          new Cell(
              "CB%02d".formatted(end + 2),
              "Lâm trường",
              shape.code(),
              shape.founded(),
              PartialDate.day(LocalDate.of(shape.year(), 6, 30))));
    }
  }

  /// The last of the village cells was founded in May of the year, where cells change.
  private @Nullable PartialDate founded(int i) {
    if (shape.changes() && i == 5) {
      return PartialDate.day(LocalDate.of(shape.year(), 5, 15));
    }
    return switch (i % 4) {
      case 0 -> shape.founded();
      case 1 -> new PartialDate(LocalDate.of(1986, 9, 5), shape.founded().precision());
      case 2 -> new PartialDate(LocalDate.of(1994, 3, 2), shape.founded().precision());
      default -> null;
    };
  }

  private String newPlace(Set<String> taken) {
    while (true) {
      String place = names.place(random);
      if (taken.add(Vietnamese.fold(place))) {
        return place;
      }
    }
  }

  private boolean isOpen(Cell cell) {
    return cell.ended() == null;
  }

  private List<Cell> openCells() {
    return cells.stream().filter(this::isOpen).toList();
  }

  private void makeVillages() {
    List<Cell> leading =
        openCells().stream()
            .filter(cell -> !Arrays.asList(OFFICE_CELLS).contains(cell.name()))
            .toList();
    Set<String> taken = new HashSet<>();
    leading.forEach(cell -> taken.add(Vietnamese.fold(cell.name())));
    for (Cell cell : leading) {
      addVillage(cell.name(), cell.code(), "Chi bộ riêng");
    }
    for (int i = 0; i < Math.max(1, leading.size() / 9); i++) {
      addVillage(newPlace(taken), leading.get(i).code(), "Sinh hoạt ghép");
    }
    for (int i = 0; i < shape.emptyVillages(); i++) {
      addVillage(newPlace(taken), leading.get(i % leading.size()).code(), null);
    }
  }

  private void addVillage(String name, String cell, @Nullable String form) {
    int households = 30 + random.nextInt(120);
    int poor = random.nextInt(households / 2);
    villages.add(
        new Village(
            "B%02d".formatted(villages.size() + 1),
            shape.villageWord() + " " + name,
            cell,
            form,
            households,
            poor,
            random.nextInt(3) == 0));
  }

  // People: the first of a cell is its secretary and bears a name that nobody else has.

  private void makePeople() {
    List<Cell> open = openCells();
    for (int i = 0; i < open.size(); i++) {
      byCell.put(open.get(i).code(), new ArrayList<>());
    }
    List<String> leaders = new ArrayList<>();
    for (int i = 0; i < open.size() * 2 + 13; i++) {
      leaders.add(newName(false));
    }
    for (int i = 0; i < shape.members(); i++) {
      Cell cell = open.get(i % open.size());
      int place = i / open.size();
      boolean leads = place < 2 || i < open.size() * 2 + 13;
      Person person = makePerson(cell, leads ? leaders.get(i) : null, i);
      people.add(person);
      byCell.getOrDefault(cell.code(), List.of()).add(person);
      if (place == 2 && committee.size() < 13) {
        committee.add(person);
      }
    }
    people.forEach(person -> reserved.add(Vietnamese.fold(person.name())));
  }

  /// A name that no other made person of the commune bears, even without its accents.
  private String newName(boolean female) {
    while (true) {
      String name = names.person(random, female);
      if (reserved.add(Vietnamese.fold(name))) {
        return name;
      }
    }
  }

  private Person makePerson(Cell cell, @Nullable String leader, int index) {
    boolean female = leader == null && random.nextInt(3) == 0;
    boolean newcomer = leader == null && random.nextInt(25) == 0;
    boolean lastYears = leader == null && !newcomer && random.nextInt(25) == 0;
    PartialDate admitted = admitted(newcomer, lastYears);
    PartialDate recognised = newcomer ? null : aYearLater(admitted);
    boolean withoutCard = leader == null && (newcomer ? random.nextInt(3) > 0 : index % 97 == 0);
    String name = leader == null ? memberName(cell, female, withoutCard) : leader;
    return new Person(
        name,
        female,
        born(admitted.first().getYear()),
        ETHNICITIES[random.nextInt(ETHNICITIES.length)],
        home(cell),
        cell.code(),
        admitted,
        recognised,
        withoutCard ? null : "%02d.%06d".formatted(shape.year() % 100, 100_000 + index * 7),
        random.nextInt(30) == 0 && !newcomer,
        random.nextInt(8) == 0);
  }

  /// Where no card number tells two namesakes of a cell apart there is only one of the name.
  private String memberName(Cell cell, boolean female, boolean withoutCard) {
    while (true) {
      String name = names.person(random, female);
      boolean ofLeader = reserved.contains(Vietnamese.fold(name));
      if (!ofLeader && (!withoutCard || isFree(cell, name))) {
        if (withoutCard) {
          reserved.add(Vietnamese.fold(name));
        }
        return name;
      }
    }
  }

  private boolean isFree(Cell cell, String name) {
    String folded = Vietnamese.fold(name);
    return byCell.getOrDefault(cell.code(), List.of()).stream()
        .noneMatch(person -> Vietnamese.fold(person.name()).equals(folded));
  }

  private PartialDate admitted(boolean newcomer, boolean lastYears) {
    int year =
        newcomer
            ? shape.year()
            : lastYears ? shape.year() - 1 : shape.year() - 2 - random.nextInt(38);
    LocalDate day = LocalDate.of(year, 1, 1).plusDays(random.nextInt(360));
    int precision = newcomer || lastYears ? 0 : random.nextInt(20);
    return switch (precision) {
      case 1 -> new PartialDate(day, PartialDate.Precision.MONTH);
      default -> PartialDate.day(day);
    };
  }

  private PartialDate aYearLater(PartialDate admitted) {
    return new PartialDate(admitted.first().plusYears(1), admitted.precision());
  }

  private PartialDate born(int admittedIn) {
    LocalDate day =
        LocalDate.of(admittedIn - 19 - random.nextInt(18), 1, 1).plusDays(random.nextInt(365));
    return switch (random.nextInt(10)) {
      case 0 -> PartialDate.year(day.getYear());
      case 1 -> new PartialDate(day, PartialDate.Precision.MONTH);
      default -> PartialDate.day(day);
    };
  }

  private String home(Cell cell) {
    List<Village> led =
        villages.stream()
            .filter(village -> village.cell().equals(cell.code()) && village.form() != null)
            .toList();
    List<Village> choice =
        led.isEmpty() ? villages.stream().filter(v -> v.form() != null).toList() : led;
    return choice.get(random.nextInt(choice.size())).name();
  }

  // The sheets.

  private void addOrganizations() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(
        row(
            shape.code(),
            "Đảng bộ xã " + shape.place(),
            "Đảng bộ cơ sở",
            null,
            hand.date(shape.founded()),
            null,
            null,
            null));
    for (int i = 1; i <= shape.subCommittees(); i++) {
      rows.add(
          row(
              "BP%02d".formatted(i),
              "Đảng bộ bộ phận số " + i,
              "Đảng bộ bộ phận",
              shape.code(),
              hand.date(shape.founded()),
              null,
              null,
              null));
    }
    for (Cell cell : cells) {
      rows.add(
          row(
              cell.code(),
              "Chi bộ " + cell.name(),
              "Chi bộ trực thuộc",
              cell.parent(),
              hand.dateOrNothing(cell.founded()),
              null,
              hand.dateOrNothing(cell.ended()),
              null));
    }
    add(
        "Tổ chức",
        "DANH SÁCH TỔ CHỨC ĐẢNG NĂM " + shape.year(),
        "Mã|Tên tổ chức đảng|Loại hình|Trực thuộc|Ngày thành lập|Số quyết định thành lập|Ngày kết thúc|Ghi chú",
        rows);
    figure("organization.founded", shape.founded().toIso());
  }

  private void addVillages() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Village v : villages) {
      rows.add(
          row(
              v.code(),
              v.name(),
              hand.count(v.households(), "hộ"),
              v.households() * 4,
              hand.count(v.poor(), "hộ"),
              Math.min(5, v.households() - v.poor()),
              v.cell(),
              v.form(),
              hand.yes(v.cultural()),
              "%d,5".formatted(random.nextInt(20)),
              hand.yes(false)));
    }
    add(
        "Thôn bản",
        "TÌNH HÌNH THÔN, BẢN NĂM " + shape.year(),
        "Mã|Tên bản|Số hộ|Số khẩu|Hộ nghèo đa chiều|Hộ cận nghèo|Chi bộ lãnh đạo|Hình thức sinh hoạt|Đạt bản văn hóa|Cách trung tâm xã (km)|Bản biên giới",
        rows);
    figure("villages.total", villages.size());
    figure("villages.without_members", shape.emptyVillages());
    figure("villages.joint", count(villages, v -> "Sinh hoạt ghép".equals(v.form())));
    figure("villages.cultural", count(villages, Village::cultural));
    figure(
        "poverty.multidimensional_rate",
        percent(
            villages.stream().mapToInt(Village::poor).sum(),
            villages.stream().mapToInt(Village::households).sum()));
    for (Cell cell : openCells()) {
      figure(
          cell.code(),
          "villages.total",
          Integer.toString(count(villages, v -> v.cell().equals(cell.code()))));
    }
  }

  private void addMembers() {
    List<List<@Nullable Object>> rows = new ArrayList<>(people.size());
    for (Person p : people) {
      rows.add(
          row(
              rows.size() + 1,
              hand.name(p.name()),
              p.female() ? "Nữ" : "Nam",
              hand.date(p.born()),
              p.ethnicity(),
              random.nextInt(40) == 0
                  ? Normalizer.normalize(p.village(), Normalizer.Form.NFD)
                  : p.village(),
              SCHOOLING[random.nextInt(SCHOOLING.length)],
              random.nextInt(4) == 0 ? "Đại học" : null,
              random.nextInt(3) == 0 ? "Sơ cấp" : null,
              WORK[random.nextInt(WORK.length)],
              hand.date(p.admitted()),
              hand.dateOrNothing(p.recognised()),
              p.card(),
              p.cell(),
              hand.yes(p.exempt()),
              hand.yes(p.poor()),
              null));
    }
    add(
        "Đảng viên",
        "DANH SÁCH ĐẢNG VIÊN CÓ ĐẾN NGÀY 31/12/" + shape.year(),
        "STT|Họ và tên|Giới tính|Ngày sinh|Dân tộc|Bản (nơi cư trú)|Trình độ học vấn|Chuyên môn|Lý luận chính trị|Nghề nghiệp|Ngày vào Đảng|Ngày chính thức|Số thẻ đảng viên|Mã chi bộ|Miễn sinh hoạt|Hộ nghèo|Ghi chú",
        rows,
        "Tổng cộng: %d đảng viên".formatted(people.size()));
  }

  private void addCandidates() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Cell> open = openCells();
    int complete = 0;
    for (int i = 0; i < Math.max(3, open.size() / 3); i++) {
      Cell cell = open.get(i);
      List<Person> ofCell = byCell.getOrDefault(cell.code(), List.of());
      boolean done = i % 3 == 0;
      boolean taken = done || i % 3 == 1;
      complete += done ? 1 : 0;
      rows.add(
          row(
              i + 1,
              hand.name(newName(i % 2 == 0)),
              i % 2 == 0 ? "Nữ" : "Nam",
              hand.date(PartialDate.day(LocalDate.of(shape.year() - 25, 2, 1).plusDays(i * 11L))),
              "Kinh",
              home(cell),
              cell.code(),
              hand.name(ofCell.getFirst().name()),
              hand.name(ofCell.get(1).name()),
              taken ? hand.date(inYear(3, 10 + i % 15)) : null,
              done ? hand.date(inYear(11, 10 + i % 15)) : null,
              done ? "Hoàn tất hồ sơ" : taken ? "Đã học lớp nhận thức về Đảng" : "Nguồn"));
    }
    add(
        "Phát triển đảng",
        "DANH SÁCH QUẦN CHÚNG ƯU TÚ NĂM " + shape.year(),
        "STT|Họ và tên|Giới tính|Ngày sinh|Dân tộc|Bản (nơi cư trú)|Mã chi bộ|Đảng viên giúp đỡ 1|Đảng viên giúp đỡ 2|Ngày học lớp nhận thức|Ngày hoàn tất hồ sơ|Tình trạng",
        rows);
    figure("candidates.dossier_complete", complete);
  }

  private void addOffices() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < committee.size(); i++) {
      String office =
          i == 0
              ? "Bí thư Đảng ủy"
              : i == 1
                  ? "Phó Bí thư Thường trực Đảng ủy"
                  : i == 2
                      ? "Phó Bí thư Đảng ủy"
                      : i < 5 ? "Ủy viên Ban Thường vụ" : "Ủy viên Ban Chấp hành";
      rows.add(
          row(
              hand.name(committee.get(i).name()),
              office,
              shape.code(),
              hand.date(
                  new PartialDate(
                      LocalDate.of(shape.year() - 1, 6, 1), PartialDate.Precision.MONTH)),
              null));
    }
    for (int i = 1; i <= shape.subCommittees(); i++) {
      rows.add(
          row(
              hand.name(committee.get(5 + i).name()),
              "Bí thư Đảng ủy bộ phận",
              "BP%02d".formatted(i),
              hand.date(PartialDate.day(LocalDate.of(shape.year() - 1, 4, 1))),
              null));
    }
    for (Cell cell : openCells()) {
      List<Person> ofCell = byCell.getOrDefault(cell.code(), List.of());
      LocalDate since =
          cell.founded() != null && cell.founded().first().getYear() == shape.year()
              ? cell.founded().first()
              : LocalDate.of(shape.year() - 1, 3, 1);
      if (isFirstCell(cell) && shape.changes()) {
        rows.add(
            row(
                hand.name(ofCell.get(1).name()),
                "Bí thư chi bộ",
                cell.code(),
                hand.date(PartialDate.day(since)),
                hand.date(inYear(3, 31))));
        since = LocalDate.of(shape.year(), 4, 1);
      } else {
        rows.add(
            row(
                hand.name(ofCell.get(1).name()),
                "Phó Bí thư chi bộ",
                cell.code(),
                hand.date(PartialDate.day(since)),
                null));
      }
      rows.add(
          row(
              hand.name(ofCell.getFirst().name()),
              "Bí thư chi bộ",
              cell.code(),
              hand.date(PartialDate.day(since)),
              null));
    }
    add(
        "Chức vụ",
        "CẤP ỦY VÀ BÍ THƯ CHI BỘ NĂM " + shape.year(),
        "Họ và tên|Chức vụ|Mã tổ chức|Từ ngày|Đến ngày",
        rows);
  }

  private boolean isFirstCell(Cell cell) {
    return cell.code().equals("CB01");
  }

  /// All cells but one in fifteen have someone of the committee in charge.
  private void addCharges() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Cell> open = openCells();
    int charged = 0;
    for (int i = 0; i < open.size(); i++) {
      boolean inCharge = i % 15 != 14;
      charged += inCharge ? 1 : 0;
      figure(open.get(i).code(), "cells.in_charge", inCharge ? "1" : "0");
      if (inCharge) {
        LocalDate day = LocalDate.of(shape.year(), 6, 15);
        rows.add(
            row(
                hand.name(committee.get(i % committee.size()).name()),
                open.get(i).code(),
                hand.date(PartialDate.day(day)),
                "%d-QĐ/ĐU".formatted(10 + i % 4)));
      }
    }
    add(
        "Phụ trách chi bộ",
        "PHÂN CÔNG CẤP ỦY VIÊN PHỤ TRÁCH CHI BỘ NĂM " + shape.year(),
        "Họ và tên|Mã chi bộ|Từ ngày|Số văn bản",
        rows);
    figure("organization.cells", open.size());
    figure("cells.in_charge", charged);
  }

  private void addResolutions() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(resolution("01-NQ/ĐH", "Đại hội Đảng bộ xã", shape.year() - 1, 5, "NO"));
    rows.add(resolution("05-NQ/ĐU", "Nhiệm vụ năm " + shape.year(), shape.year(), 1, "NO"));
    rows.add(resolution("06-NQ/ĐU", "Xây dựng nông thôn mới", shape.year(), 2, "YES"));
    rows.add(resolution("09-NQ/ĐU", "Công tác dân vận", shape.year(), 8, "YES"));
    rows.add(resolution("12-NQ/ĐU", "Công tác kiểm tra", shape.year() - 1, 12, "YES"));
    add(
        "Nghị quyết",
        "NGHỊ QUYẾT, CHƯƠNG TRÌNH NĂM " + shape.year(),
        "Số, ký hiệu|Loại|Trích yếu|Ngày ban hành|Mã tổ chức|Chuyên đề",
        rows);
    figure("resolutions.thematic", 2);
  }

  private List<@Nullable Object> resolution(
      String number, String subject, int year, int month, String thematic) {
    return row(
        number,
        "Nghị quyết",
        subject,
        hand.date(PartialDate.day(LocalDate.of(year, month, 12))),
        shape.code(),
        hand.yes(thematic.equals("YES")));
  }

  private void addIndicators() {
    int before = shape.year() - 1;
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(row("KT01", "Đàn trâu, bò", "con", "3.120 con", 3200, "3.245", "05-NQ/ĐU"));
    rows.add(row("KT02", "Diện tích lúa ruộng", "ha", "612,5", 615, "618,2 ha", "05-NQ/ĐU"));
    rows.add(row("KT03", "Diện tích lúa ruộng gieo cấy 2 vụ/năm", "ha", 540, 545, 551, null));
    rows.add(
        row("KT04", "Thu ngân sách trên địa bàn", "triệu đồng", "1.850", 2000, 2345.5, "05-NQ/ĐU"));
    rows.add(row("XH01", "Tỷ lệ hộ nghèo đa chiều", "%", "9,8", "8,5", "8,1 %", null));
    add(
        "Chỉ tiêu",
        "KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM " + shape.year(),
        "Mã chỉ tiêu|Tên chỉ tiêu|Đơn vị tính|Thực hiện %d|Kế hoạch %d|Thực hiện %d|Nghị quyết"
            .formatted(before, shape.year(), shape.year()),
        rows);
    figure("livestock.cattle_growth", percent(3245 - 3120, 3120));
    figure("rice.area", "618.2");
    figure("rice.two_crop_area", 551);
    figure("budget.revenue_vs_plan", percent(23455, 20000));
  }

  /// Three secretaries take no course; one takes two; and where the first cell changed its
  /// secretary, the former took one before.
  private void addTraining() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Cell> open = openCells();
    String cellWork = "Bồi dưỡng nghiệp vụ công tác đảng cho bí thư chi bộ";
    for (Cell cell : open.subList(0, open.size() - 3)) {
      String name = byCell.getOrDefault(cell.code(), List.of()).getFirst().name();
      learners.add(name);
      boolean servedInMay =
          cell.founded() == null
              || !cell.founded().first().isAfter(LocalDate.of(shape.year(), 5, 9));
      if (servedInMay) {
        trainedSecretaries.add(name);
      }
      rows.add(course(cellWork, "Nghiệp vụ công tác đảng", 5, name, "Bí thư chi bộ"));
    }
    String second = byCell.getOrDefault("CB02", List.of()).getFirst().name();
    rows.add(course("Lý luận chính trị sơ cấp", "Lý luận chính trị", 10, second, "Bí thư chi bộ"));
    if (shape.changes()) {
      String former = byCell.getOrDefault("CB01", List.of()).get(1).name();
      rows.add(course("Công tác dân vận", "Nghiệp vụ công tác đảng", 2, former, "Bí thư chi bộ"));
      trainedSecretaries.add(former);
    }
    for (Person member : committee) {
      rows.add(
          course("Bồi dưỡng cấp ủy viên", "Lý luận chính trị", 6, member.name(), "Cấp ủy viên"));
    }
    add(
        "Đào tạo",
        "ĐÀO TẠO, BỒI DƯỠNG NĂM " + shape.year(),
        "Lớp|Loại|Từ ngày|Đến ngày|Họ và tên|Chức vụ",
        rows);
  }

  private List<@Nullable Object> course(
      String name, String kind, int month, String person, String position) {
    return row(
        name,
        kind,
        hand.date(inYear(month, 9)),
        hand.date(inYear(month, 13)),
        hand.name(person),
        position);
  }

  /// A head and a reputable person in each village; every fifth head is the secretary of the cell,
  /// whose courses count for both offices.
  private void addVillagePosts() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<List<@Nullable Object>> courses = new ArrayList<>();
    String head = "Trưởng " + shape.villageWord().toLowerCase(Locale.ROOT);
    int trained = 0;
    for (int i = 0; i < villages.size(); i++) {
      Village village = villages.get(i);
      boolean member = i % 5 == 0 && "Chi bộ riêng".equals(village.form());
      String name =
          member
              ? byCell.getOrDefault(village.cell(), List.of()).getFirst().name()
              : newName(false);
      Object since = hand.date(PartialDate.day(LocalDate.of(shape.year() - 1, 1, 1)));
      rows.add(row(village.name(), head, hand.name(name), since, hand.yes(member)));
      rows.add(
          row(
              village.name(),
              "Người có uy tín",
              hand.name(newName(false)),
              since,
              hand.yes(false)));
      if (i % 4 != 3) {
        learners.add(name);
        courses.add(course("Quản lý nhà nước cho trưởng thôn", "Quản lý nhà nước", 9, name, head));
        if (member) {
          trainedSecretaries.add(name);
        }
      }
      trained += learners.contains(name) ? 1 : 0;
    }
    List<List<@Nullable Object>> training = sheets.getLast().rows();
    training.addAll(courses);
    add(
        "Thôn bản - chức danh",
        "TRƯỞNG THÔN, BẢN VÀ NGƯỜI CÓ UY TÍN NĂM " + shape.year(),
        "Tên bản|Chức danh|Họ và tên|Từ ngày|Là đảng viên",
        rows);
    figure("training.secretaries_trained", trainedSecretaries.size());
    figure("training.village_heads_trained", trained);
  }

  private void addPlanning() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String term = shape.year() < 2015 ? "2015 - 2020" : "2020 - 2025";
    int entries = 0;
    for (int i = 0; i < committee.size(); i++) {
      String name = committee.get(i).name();
      int entered = i % 4 == 3 ? shape.year() - 2 : shape.year();
      rows.add(row("Ủy viên Ban Chấp hành", term, hand.name(name), entered, null));
      entries += entered == shape.year() ? 1 : 0;
      if (i < 3) {
        rows.add(row("Bí thư Đảng ủy", term, hand.name(name), shape.year(), "Cao cấp LLCT"));
        entries++;
      }
    }
    add(
        "Quy hoạch",
        "QUY HOẠCH CÁN BỘ GIAI ĐOẠN %s, LẬP NĂM %d".formatted(term, shape.year()),
        "Chức danh quy hoạch|Giai đoạn|Họ và tên|Năm đưa vào quy hoạch|Nhu cầu đào tạo",
        rows);
    figure("planning.entries", entries);
  }

  private void addStudies() {
    int due = Math.max(20, shape.members() * 9 / 10);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int present = 0;
    for (int i = 0; i < 4; i++) {
      int came = due - i * (due / 20);
      present += came;
      rows.add(
          row(
              "Chỉ thị, nghị quyết số " + (i + 1),
              hand.date(inYear(3 + i * 2, 20)),
              shape.code(),
              due,
              came));
    }
    add(
        "Quán triệt",
        "HỌC TẬP, QUÁN TRIỆT CHỈ THỊ, NGHỊ QUYẾT NĂM " + shape.year(),
        "Văn bản|Ngày|Mã tổ chức|Số đảng viên phải dự|Số đảng viên dự",
        rows);
    figure("study.attendance_rate", percent(present, due * 4L));
  }

  private void addModels() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Person owner = byCell.getOrDefault("CB%02d".formatted(i + 1), List.of()).getFirst();
      rows.add(
          row(
              "Mô hình kinh tế số " + (i + 1),
              i % 2 == 0 ? "Chăn nuôi" : "Trồng trọt",
              hand.name(owner.name()),
              owner.village(),
              shape.year() - i,
              i < 2 ? "Làm điểm" : "Nhân rộng",
              i == 3 ? "125,5 triệu" : 60 + i));
    }
    add(
        "Mô hình",
        "MÔ HÌNH ĐẢNG VIÊN PHÁT TRIỂN KINH TẾ NĂM " + shape.year(),
        "Tên mô hình|Loại|Đảng viên|Bản|Năm bắt đầu|Giai đoạn|Thu nhập (triệu đồng/năm)",
        rows);
    figure("models.pilot", 2);
    figure("models.replicated", 3);
    figure("models.income_top", "125.5");
  }

  private void addMassOrganizations() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<String> bodies =
        List.of(
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
            "Hội Nông dân xã",
            "Hội Liên hiệp Phụ nữ xã",
            "Đoàn TNCS Hồ Chí Minh xã",
            "Hội Cựu chiến binh xã");
    for (int i = 0; i < bodies.size(); i++) {
      rows.add(
          row(
              bodies.get(i),
              hand.name(committee.get(4 + i).name()),
              i == 0 ? null : villages.size(),
              i == 0 ? null : hand.count(100 + i * 77, "hội viên")));
    }
    add(
        "Đoàn thể",
        "MẶT TRẬN TỔ QUỐC VÀ CÁC ĐOÀN THỂ NĂM " + shape.year(),
        "Tên tổ chức|Người đứng đầu|Số chi hội/chi đoàn|Số hội viên/đoàn viên",
        rows);
  }

  private void addMeetings() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    int allHeld = 0;
    int allDue = 0;
    for (Cell cell : cells) {
      int held = 0;
      int due = 0;
      int size = Math.max(4, byCell.getOrDefault(cell.code(), List.of()).size());
      for (int month = 1; month <= 12; month++) {
        if (!cell.existedIn(shape.year(), month)) {
          continue;
        }
        due++;
        if (random.nextInt(40) == 0) {
          continue;
        }
        held++;
        LocalDate day = LocalDate.of(shape.year(), month, 20 + random.nextInt(8));
        int absent = random.nextInt(3);
        rows.add(meeting(cell, month, day, "Thường kỳ", size, absent));
        if (month % 3 == 0) {
          rows.add(meeting(cell, month, day, "Chuyên đề", size, absent));
        }
      }
      allHeld += held;
      allDue += due;
      if (isOpen(cell)) {
        figure(cell.code(), "meetings.held_rate", percent(held, due));
      }
    }
    add(
        "Sinh hoạt chi bộ",
        "SINH HOẠT CHI BỘ NĂM " + shape.year(),
        "Mã chi bộ|Tháng|Ngày họp|Loại|Phải dự|Có mặt|Lý do vắng",
        rows);
    figure("meetings.held_rate", percent(allHeld, allDue));
  }

  private List<@Nullable Object> meeting(
      Cell cell, int month, LocalDate day, String kind, int due, int absent) {
    return row(
        cell.code(),
        month,
        hand.date(PartialDate.day(day)),
        kind,
        due,
        due - absent,
        absent == 0 ? null : "Đi làm xa");
  }

  /// The committee and the sub-committees are rated too, and are no cells.
  private void addCellReviews() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    String good = "Hoàn thành tốt nhiệm vụ";
    rows.add(row(shape.code(), "Đảng bộ xã " + shape.place(), good));
    for (int i = 1; i <= shape.subCommittees(); i++) {
      rows.add(
          row(
              "BP%02d".formatted(i),
              "Đảng bộ bộ phận số " + i,
              shape.reviewNames().bestCell().replace("Chi bộ ", "")));
    }
    int strong = 0;
    int goodOrBetter = 0;
    List<Cell> open = openCells();
    for (int i = 0; i < open.size(); i++) {
      Cell cell = open.get(i);
      boolean best = i % 3 == 0;
      boolean poor = i == 4;
      strong += best ? 1 : 0;
      goodOrBetter += poor ? 0 : 1;
      rows.add(
          row(
              cell.code(),
              "Chi bộ " + cell.name(),
              poor ? "Hoàn thành nhiệm vụ" : best ? shape.reviewNames().bestCell() : good));
    }
    add(
        "Xếp loại chi bộ",
        "ĐÁNH GIÁ, XẾP LOẠI TỔ CHỨC ĐẢNG NĂM " + shape.year(),
        "Mã tổ chức|Tên tổ chức|Mức xếp loại",
        rows);
    figure("review.cells_strong", strong);
    figure("review.cells_good_or_better", goodOrBetter);
  }

  private void addMemberReviews() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Map<String, int[]> tallies = new LinkedHashMap<>();
    String prefix = shape.reviewNames().memberPrefix();
    int turn = 0;
    for (Person p : people) {
      if (p.exempt() || p.recognised() == null) {
        continue;
      }
      turn++;
      int grade = turn % 8 == 0 ? 0 : turn % 41 == 0 ? 2 : turn % 301 == 0 ? 3 : 1;
      String words =
          switch (grade) {
            case 0 -> prefix + "hoàn thành xuất sắc nhiệm vụ";
            case 1 -> prefix + "hoàn thành tốt nhiệm vụ";
            case 2 -> prefix + "hoàn thành nhiệm vụ";
            default -> "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ";
          };
      rows.add(row(turn, hand.name(p.name()), p.cell(), p.card(), words));
      tallies.computeIfAbsent(p.cell(), c -> new int[4])[grade]++;
      tallies.computeIfAbsent(shape.code(), c -> new int[4])[grade]++;
    }
    add(
        "Xếp loại đảng viên",
        "ĐÁNH GIÁ, XẾP LOẠI ĐẢNG VIÊN NĂM " + shape.year(),
        "STT|Họ và tên|Mã chi bộ|Số thẻ đảng viên|Mức xếp loại",
        rows);
    tallies.forEach((code, grades) -> {
      int rated = IntStream.of(grades).sum();
      int good = grades[0] + grades[1];
      figure(code, "review.members_rated", Integer.toString(rated));
      figure(code, "review.members_excellent", Integer.toString(grades[0]));
      figure(code, "review.members_excellent_of_rated", percent(grades[0], rated));
      figure(code, "review.members_excellent_of_good", percent(grades[0], good));
      figure(code, "review.members_good_or_better", percent(good, rated));
    });
  }

  /// For the commune, each sub-committee and each cell.
  private void countMembers() {
    countMembers(shape.code(), p -> true);
    for (int i = 1; i <= shape.subCommittees(); i++) {
      String code = "BP%02d".formatted(i);
      Set<String> below = new HashSet<>();
      openCells().stream().filter(c -> c.parent().equals(code)).forEach(c -> below.add(c.code()));
      countMembers(code, p -> below.contains(p.cell()));
      figure(code, "organization.cells", Integer.toString(below.size()));
    }
    for (Cell cell : openCells()) {
      countMembers(cell.code(), p -> p.cell().equals(cell.code()));
    }
  }

  private void countMembers(String code, Predicate<Person> whose) {
    List<Person> mine = people.stream().filter(whose).toList();
    figure(code, "members.total", Integer.toString(mine.size()));
    figure(code, "members.official", Integer.toString(count(mine, p -> p.recognised() != null)));
    figure(
        code, "members.probationary", Integer.toString(count(mine, p -> p.recognised() == null)));
    figure(code, "members.admitted", Integer.toString(count(mine, p -> isOfYear(p.admitted()))));
    figure(
        code, "members.recognised", Integer.toString(count(mine, p -> isOfYear(p.recognised()))));
    figure(code, "members.poor_households", Integer.toString(count(mine, Person::poor)));
  }

  private boolean isOfYear(@Nullable PartialDate date) {
    return date != null && date.first().getYear() == shape.year();
  }

  // What they are made of.

  private static <T> int count(List<T> all, Predicate<T> which) {
    return (int) all.stream().filter(which).count();
  }

  private static String percent(long part, long whole) {
    return BigDecimal.valueOf(part * 100L)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private void figure(String code, int value) {
    figure(shape.code(), code, Integer.toString(value));
  }

  private void figure(String code, String value) {
    figure(shape.code(), code, value);
  }

  private void figure(String organization, String code, String value) {
    figures.computeIfAbsent(organization, o -> new LinkedHashMap<>()).put(code, value);
  }

  private PartialDate inYear(int month, int day) {
    return PartialDate.day(LocalDate.of(shape.year(), month, day));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private void add(String name, String title, String header, List<List<@Nullable Object>> rows) {
    add(name, title, header, rows, null);
  }

  private void add(
      String name,
      String title,
      String header,
      List<List<@Nullable Object>> rows,
      @Nullable String total) {
    sheets.add(
        new MadeSheet(
            name,
            List.of(
                "HUYỆN ỦY " + shape.district().toUpperCase(Vietnamese.LOCALE),
                "ĐẢNG BỘ XÃ " + shape.place().toUpperCase(Vietnamese.LOCALE),
                title),
            List.of(header.split("\\|")),
            rows,
            total));
  }
}
