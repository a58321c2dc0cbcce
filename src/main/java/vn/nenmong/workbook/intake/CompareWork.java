package vn.nenmong.workbook.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.workbook.intake.Directory.Someone;
import vn.nenmong.workbook.intake.FindPerson.Spot;
import vn.nenmong.workbook.intake.RegisterRepository.Write;
import vn.nenmong.workbook.reading.CellReviewRow;
import vn.nenmong.workbook.reading.MeetingRow;
import vn.nenmong.workbook.reading.MemberReviewRow;
import vn.nenmong.workbook.reading.ModelRow;
import vn.nenmong.workbook.reading.ResolutionRow;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.StudyRow;

/// The sheets of resolutions, study sessions, models, meetings and reviews against the database.
final class CompareWork {

  private final Comparison comparison;
  private final Places places;
  private final Directory directory;
  private final FindPerson find;

  CompareWork(Comparison comparison, Places places, Directory directory, FindPerson find) {
    this.comparison = comparison;
    this.places = places;
    this.directory = directory;
    this.find = find;
  }

  void resolutions(List<ResolutionRow> rows, List<Known.Resolution> known, boolean listed) {
    Sheet sheet = Sheet.RESOLUTIONS;
    record Key(UUID organization, String number, LocalDate day) {}
    Map<Key, Known.Resolution> open = new LinkedHashMap<>();
    for (Known.Resolution resolution : known) {
      open.put(
          new Key(
              resolution.organization(), NameKey.of(resolution.number()), resolution.issuedOn()),
          resolution);
    }
    Set<Key> told = new HashSet<>();
    for (ResolutionRow row : rows) {
      Places.Organization body = organization(sheet, row.row(), "Mã tổ chức", row.organization());
      if (body == null) {
        continue;
      }
      Key key = new Key(body.id(), NameKey.of(row.number()), row.issuedOn());
      if (!told.add(key)) {
        twice(sheet, row.row(), "Số, ký hiệu", row.number());
        continue;
      }
      Known.Resolution before = open.remove(key);
      if (before == null) {
        before =
            alone(
                open.values(),
                other ->
                    !other.kept()
                        && other.organization().equals(body.id())
                        && NameKey.of(other.number()).equals(key.number())
                        && other.issuedOn().getYear() == row.issuedOn().getYear());
        if (before != null) {
          open.values().remove(before);
        }
      }
      if (before == null) {
        comparison.tally(sheet).added();
        comparison.write(
            Write.INSERT_RESOLUTION,
            comparison.newId(),
            comparison.commune(),
            body.id(),
            row.number(),
            row.kind(),
            row.subject(),
            row.issuedOn(),
            row.thematic());
        continue;
      }
      // Minutes say what they resolved; a list changes nothing of it.
      if (before.kept()) {
        comparison.tally(sheet).compared(row.row(), row.number(), new Difference());
        continue;
      }
      Boolean thematic = comparison.told(sheet, "Chuyên đề", row.thematic(), before.thematic());
      Difference difference =
          new Difference()
              .of("Số, ký hiệu", before.number(), row.number())
              .of("Loại", before.kind(), row.kind())
              .of("Trích yếu", before.subject(), row.subject())
              .of("Ngày ban hành", before.issuedOn(), row.issuedOn())
              .of("Chuyên đề", before.thematic(), thematic);
      if (comparison.tally(sheet).compared(row.row(), row.number(), difference)) {
        comparison.write(
            Write.UPDATE_RESOLUTION,
            before.id(),
            row.number(),
            row.kind(),
            row.subject(),
            row.issuedOn(),
            thematic);
      }
    }
    if (listed) {
      open.values().stream()
          .filter(left -> !left.kept() && left.issuedOn().getYear() == comparison.year())
          .forEach(left -> comparison.tally(sheet).absent(left.number() + ": " + left.subject()));
    }
  }

  void studies(List<StudyRow> rows, List<Known.Study> known, boolean listed) {
    Sheet sheet = Sheet.STUDY;
    record Key(UUID organization, String document, LocalDate day) {}
    Map<Key, Known.Study> open = new LinkedHashMap<>();
    for (Known.Study study : known) {
      open.put(new Key(study.organization(), NameKey.of(study.document()), study.heldOn()), study);
    }
    Set<Key> told = new HashSet<>();
    for (StudyRow row : rows) {
      Places.Organization body = organization(sheet, row.row(), "Mã tổ chức", row.organization());
      if (body == null
          || !isWithin(sheet, row.row(), "Số đảng viên dự", row.present(), row.due())) {
        continue;
      }
      Key key = new Key(body.id(), NameKey.of(row.document()), row.heldOn());
      if (!told.add(key)) {
        twice(sheet, row.row(), "Văn bản", row.document());
        continue;
      }
      Known.Study before = open.remove(key);
      if (before == null) {
        before =
            alone(
                open.values(),
                other ->
                    !other.kept()
                        && other.organization().equals(body.id())
                        && NameKey.of(other.document()).equals(key.document())
                        && other.heldOn().getYear() == row.heldOn().getYear());
        if (before != null) {
          open.values().remove(before);
        }
      }
      if (before == null) {
        comparison.tally(sheet).added();
        comparison.write(
            Write.INSERT_STUDY,
            comparison.newId(),
            comparison.commune(),
            body.id(),
            row.document(),
            row.heldOn(),
            row.due(),
            row.present());
        continue;
      }
      if (before.kept()) {
        comparison.tally(sheet).compared(row.row(), row.document(), new Difference());
        continue;
      }
      Difference difference =
          new Difference()
              .of("Văn bản", before.document(), row.document())
              .of("Ngày", before.heldOn(), row.heldOn())
              .of("Số đảng viên phải dự", before.due(), row.due())
              .of("Số đảng viên dự", before.present(), row.present());
      if (comparison.tally(sheet).compared(row.row(), row.document(), difference)) {
        comparison.write(
            Write.UPDATE_STUDY,
            before.id(),
            row.document(),
            row.heldOn(),
            row.due(),
            row.present());
      }
    }
    if (listed) {
      open.values().stream()
          .filter(left -> !left.kept() && left.heldOn().getYear() == comparison.year())
          .forEach(left ->
              comparison
                  .tally(sheet)
                  .absent(left.document() + ", " + PartialDate.day(left.heldOn()).toVietnamese()));
    }
  }

  void models(List<ModelRow> rows, List<Known.Model> known, boolean listed) {
    Sheet sheet = Sheet.MODELS;
    record Key(UUID person, String name) {}
    Map<Key, Known.Model> open = new LinkedHashMap<>();
    known.forEach(model -> open.put(new Key(model.person(), NameKey.of(model.name())), model));
    Set<Key> told = new HashSet<>();
    for (ModelRow row : rows) {
      List<Places.Village> villages =
          row.village() == null ? List.of() : places.villages(row.village());
      if (row.village() != null && villages.size() != 1) {
        comparison.problem(
            sheet,
            row.row(),
            "Bản",
            row.village(),
            villages.isEmpty() ? "workbook.expected.village" : "workbook.expected.oneVillage");
        comparison.tally(sheet).leftOut();
        continue;
      }
      Places.Village village = villages.isEmpty() ? null : villages.getFirst();
      Someone person =
          find.member(
              new Spot(sheet, row.row(), "Đảng viên", row.name()),
              village == null ? null : find.of(village));
      if (person == null) {
        comparison.tally(sheet).leftOut();
        continue;
      }
      Key key = new Key(person.id(), NameKey.of(row.model()));
      if (!told.add(key)) {
        twice(sheet, row.row(), "Tên mô hình", row.model());
        continue;
      }
      compare(row, open.remove(key), person, village == null ? null : village.id());
    }
    if (listed) {
      open.values()
          .forEach(left ->
              comparison.tally(sheet).absent(left.name() + ", " + directory.nameOf(left.person())));
    }
  }

  private void compare(
      ModelRow row, Known.@Nullable Model before, Someone person, @Nullable UUID given) {
    Sheet sheet = Sheet.MODELS;
    UUID id = before == null ? comparison.newId() : before.id();
    Known.Model known =
        before == null
            ? new Known.Model(id, person.id(), null, row.model(), null, null, false, null, null)
            : before;
    UUID village = comparison.told(sheet, "Bản", given, known.village());
    String kind = comparison.told(sheet, "Loại", row.kind(), known.kind());
    Integer since = comparison.told(sheet, "Năm bắt đầu", row.since(), known.since());
    String stage = comparison.told(sheet, "Giai đoạn", row.stage(), known.stage());
    BigDecimal income =
        comparison.told(sheet, "Thu nhập (triệu đồng/năm)", row.income(), known.income());
    if (before == null) {
      comparison.tally(sheet).added();
      comparison.write(
          Write.INSERT_MODEL,
          id,
          comparison.commune(),
          person.id(),
          village,
          row.model(),
          kind,
          since);
    } else {
      Difference facts =
          new Difference()
              .of("Loại", before.kind(), kind)
              .of("Bản", places.villageName(before.village()), places.villageName(village))
              .of("Năm bắt đầu", before.since(), since);
      if (!facts.isEmpty()) {
        comparison.write(Write.UPDATE_MODEL, id, village, before.name(), kind, since);
      }
      if (before.inYear()) {
        comparison
            .tally(sheet)
            .compared(
                row.row(),
                row.model(),
                facts
                    .of("Giai đoạn", before.stage(), stage)
                    .of("Thu nhập (triệu đồng/năm)", before.income(), income));
      } else {
        comparison.tally(sheet).added();
      }
    }
    if (before == null
        || !before.inYear()
        || !Difference.same(before.stage(), stage)
        || !Difference.same(before.income(), income)) {
      comparison.write(Write.SAY_MODEL_YEAR, id, comparison.year(), stage, income);
    }
  }

  void meetings(List<MeetingRow> rows, List<Known.Meeting> known, boolean listed) {
    Sheet sheet = Sheet.MEETINGS;
    record Key(UUID cell, String kind, LocalDate heldOn) {}
    Map<Key, Known.Meeting> open = new LinkedHashMap<>();
    known.forEach(
        meeting -> open.put(new Key(meeting.cell(), meeting.kind(), meeting.heldOn()), meeting));
    Set<Key> told = new HashSet<>();
    Map<MeetingRow, Places.Organization> unmatched = new LinkedHashMap<>();
    for (MeetingRow row : rows) {
      Places.Organization cell = organization(sheet, row.row(), "Mã chi bộ", row.cell());
      if (cell == null) {
        continue;
      }
      Key thematic = new Key(cell.id(), "thematic", row.heldOn());
      Key key =
          !comparison.has(sheet, "Loại") && open.containsKey(thematic)
              ? thematic
              : new Key(cell.id(), row.kind(), row.heldOn());
      if (!told.add(key)) {
        twice(sheet, row.row(), "Ngày họp", PartialDate.day(row.heldOn()).toVietnamese());
        continue;
      }
      Known.Meeting before = open.remove(key);
      if (before == null) {
        unmatched.put(row, cell);
      } else {
        compare(row, cell, before);
      }
    }
    unmatched.forEach((row, cell) -> {
      Known.Meeting before =
          alone(
              open.values(),
              other ->
                  other.cell().equals(cell.id())
                      && (other.kind().equals(row.kind()) || !comparison.has(sheet, "Loại"))
                      && other.month().equals(row.month()));
      if (before != null) {
        open.values().remove(before);
      }
      compare(row, cell, before);
    });
    if (listed) {
      open.values().stream()
          .filter(left -> left.month().getYear() == comparison.year())
          .forEach(left ->
              comparison
                  .tally(sheet)
                  .absent(
                      places.code(left.cell())
                          + ", "
                          + PartialDate.day(left.heldOn()).toVietnamese()));
    }
  }

  private void compare(MeetingRow row, Places.Organization cell, Known.@Nullable Meeting before) {
    Sheet sheet = Sheet.MEETINGS;
    Integer due = row.due();
    Integer present = row.present();
    String absence = row.absence();
    if (before != null) {
      due = comparison.told(sheet, "Phải dự", due, before.due());
      present = comparison.told(sheet, "Có mặt", present, before.present());
      absence = comparison.told(sheet, "Lý do vắng", absence, before.absence());
    }
    if (!isWithin(sheet, row.row(), "Có mặt", present, due)) {
      return;
    }
    if (before == null) {
      comparison.tally(sheet).added();
      comparison.write(
          Write.INSERT_MEETING,
          comparison.newId(),
          comparison.commune(),
          cell.id(),
          row.month(),
          row.heldOn(),
          row.kind(),
          due,
          present,
          absence);
      return;
    }
    Difference difference =
        new Difference()
            .of("Tháng", before.month().getMonthValue(), row.month().getMonthValue())
            .of("Ngày họp", before.heldOn(), row.heldOn())
            .of("Phải dự", before.due(), due)
            .of("Có mặt", before.present(), present)
            .of("Lý do vắng", before.absence(), absence);
    String subject = row.cell() + ", " + row.month().getMonthValue();
    if (comparison.tally(sheet).compared(row.row(), subject, difference)) {
      comparison.write(
          Write.UPDATE_MEETING,
          before.id(),
          row.month(),
          row.heldOn(),
          before.kind(),
          due,
          present,
          absence);
    }
  }

  void cellReviews(List<CellReviewRow> rows, List<Known.OrganizationReview> known, boolean listed) {
    Sheet sheet = Sheet.CELL_REVIEWS;
    Map<UUID, Known.OrganizationReview> open = new LinkedHashMap<>();
    known.forEach(review -> open.put(review.organization(), review));
    Set<UUID> told = new HashSet<>();
    for (CellReviewRow row : rows) {
      Places.Organization body = organization(sheet, row.row(), "Mã tổ chức", row.organization());
      if (body == null) {
        continue;
      }
      if (!told.add(body.id())) {
        twice(sheet, row.row(), "Mã tổ chức", row.organization());
        continue;
      }
      Known.OrganizationReview before = open.remove(body.id());
      Known.OrganizationReview now =
          new Known.OrganizationReview(body.id(), row.grade(), row.label());
      if (before == null) {
        comparison.tally(sheet).added();
      } else {
        comparison
            .tally(sheet)
            .compared(
                row.row(),
                row.organization(),
                new Difference().of("Mức xếp loại", before.label(), row.label()));
      }
      if (!now.equals(before)) {
        comparison.write(
            Write.SAY_ORGANIZATION_REVIEW,
            body.id(),
            comparison.year(),
            comparison.commune(),
            row.grade(),
            row.label());
      }
    }
    if (listed) {
      open.keySet().forEach(left -> comparison.tally(sheet).absent(places.code(left)));
    }
  }

  /// @param cards people by the card number that the file and the database give them
  void memberReviews(
      List<MemberReviewRow> rows,
      List<Known.MemberReview> known,
      Map<UUID, UUID> memberships,
      Map<String, UUID> cards,
      boolean listed) {
    Sheet sheet = Sheet.MEMBER_REVIEWS;
    Map<UUID, Known.MemberReview> open = new LinkedHashMap<>();
    known.forEach(review -> open.put(review.membership(), review));
    Map<UUID, UUID> people = new HashMap<>();
    memberships.forEach((person, membership) -> people.put(membership, person));
    Set<UUID> told = new HashSet<>();
    for (MemberReviewRow row : rows) {
      Places.Organization cell = organization(sheet, row.row(), "Mã chi bộ", row.cell());
      if (cell == null) {
        continue;
      }
      Someone person = rated(row, cell, cards);
      UUID membership = person == null ? null : memberships.get(person.id());
      if (membership == null) {
        comparison.tally(sheet).leftOut();
        continue;
      }
      if (!told.add(membership)) {
        twice(sheet, row.row(), "Họ và tên", row.name());
        continue;
      }
      Known.MemberReview before = open.remove(membership);
      Known.MemberReview now =
          new Known.MemberReview(membership, cell.id(), row.grade(), row.label());
      if (before == null) {
        comparison.tally(sheet).added();
      } else {
        comparison
            .tally(sheet)
            .compared(
                row.row(),
                row.name(),
                new Difference()
                    .of("Mã chi bộ", places.code(before.cell()), cell.code())
                    .of("Mức xếp loại", before.label(), row.label()));
      }
      if (!now.equals(before)) {
        comparison.write(
            Write.SAY_MEMBER_REVIEW,
            membership,
            comparison.year(),
            comparison.commune(),
            cell.id(),
            row.grade(),
            row.label());
      }
    }
    if (listed) {
      open.keySet()
          .forEach(left -> comparison.tally(sheet).absent(directory.nameOf(people.get(left))));
    }
  }

  /// By card where it is known and the name is theirs; else by name, where two bear it in the cell.
  private @Nullable Someone rated(
      MemberReviewRow row, Places.Organization cell, Map<String, UUID> cards) {
    Spot spot = new Spot(Sheet.MEMBER_REVIEWS, row.row(), "Họ và tên", row.name());
    UUID carded = row.card() == null ? null : cards.get(row.card());
    Someone holder = carded == null ? null : directory.get(carded);
    if (holder == null) {
      return find.member(spot, find.in(cell.id()));
    }
    if (NameKey.of(holder.name()).equals(NameKey.of(row.name()))) {
      return holder;
    }
    comparison.problem(
        Sheet.MEMBER_REVIEWS,
        row.row(),
        "Số thẻ đảng viên",
        row.card(),
        "workbook.expected.cardOfName",
        find.describe(holder));
    return null;
  }

  private Places.@Nullable Organization organization(
      Sheet sheet, int row, String column, String code) {
    Places.Organization found = places.organization(code);
    if (found == null) {
      comparison.structural(sheet, row, column, code, "workbook.expected.organizationCode");
    }
    return found;
  }

  private boolean isWithin(
      Sheet sheet, int row, String column, @Nullable Integer present, @Nullable Integer due) {
    if (present == null || due == null || present <= due) {
      return true;
    }
    comparison.problem(sheet, row, column, present, "workbook.expected.presentWithinDue", due);
    comparison.tally(sheet).leftOut();
    return false;
  }

  private void twice(Sheet sheet, int row, String column, String found) {
    comparison.problem(sheet, row, column, found, "workbook.expected.once");
    comparison.tally(sheet).leftOut();
  }

  /// The only one of them that fits, or null.
  private static <T> @Nullable T alone(
      java.util.Collection<T> items, java.util.function.Predicate<T> fits) {
    List<T> found = items.stream().filter(fits).limit(2).toList();
    return found.size() == 1 ? found.getFirst() : null;
  }
}
