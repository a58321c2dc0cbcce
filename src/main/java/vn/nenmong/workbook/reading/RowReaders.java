package vn.nenmong.workbook.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// One method a sheet: a row's cells in, its record out, with the checks that need no more than the
/// row.
final class RowReaders {

  private static final Pattern TERM = Pattern.compile("(\\d{4})\\D+(\\d{4})");
  private static final Pattern MONTH = Pattern.compile("(?:thang )?(\\d{1,2})(?:[/.-](\\d{4}))?");

  private RowReaders() {}

  static Object read(Sheet sheet, RowCells cells) {
    return switch (sheet) {
      case ORGANIZATIONS -> organization(cells);
      case VILLAGES -> village(cells);
      case MEMBERS -> member(cells);
      case CANDIDATES -> candidate(cells);
      case OFFICES -> office(cells);
      case CHARGES -> charge(cells);
      case RESOLUTIONS -> resolution(cells);
      case INDICATORS -> indicator(cells);
      case TRAINING -> training(cells);
      case VILLAGE_POSTS -> villagePost(cells);
      case PLANNING -> planning(cells);
      case STUDY -> study(cells);
      case MODELS -> model(cells);
      case MASS_ORGANIZATIONS -> massOrganization(cells);
      case MEETINGS -> meeting(cells);
      case CELL_REVIEWS -> cellReview(cells);
      case MEMBER_REVIEWS -> memberReview(cells);
    };
  }

  private static OrganizationRow organization(RowCells c) {
    PartialDate founded = c.date("Ngày thành lập");
    PartialDate ended = c.date("Ngày kết thúc");
    refuseReversed(c, "Ngày kết thúc", founded, ended, "afterFounding");
    return new OrganizationRow(
        c.row(),
        c.requiredText("Mã"),
        c.requiredText("Tên tổ chức đảng"),
        c.requiredChoice("Loại hình", Choices::organizationKind, "organizationKind"),
        c.text("Trực thuộc"),
        founded,
        c.text("Số quyết định thành lập"),
        ended,
        c.text("Ghi chú"));
  }

  private static VillageRow village(RowCells c) {
    Integer households = c.integer("Số hộ");
    Integer poor = c.integer("Hộ nghèo đa chiều");
    Integer nearPoor = c.integer("Hộ cận nghèo");
    int counted = (poor == null ? 0 : poor) + (nearPoor == null ? 0 : nearPoor);
    if (households != null && counted > households) {
      c.problem("Hộ nghèo đa chiều", counted, "atMost", households);
    }
    return new VillageRow(
        c.row(),
        c.requiredText("Mã"),
        c.requiredText("Tên bản"),
        households,
        c.integer("Số khẩu"),
        poor,
        nearPoor,
        c.text("Chi bộ lãnh đạo"),
        c.choice("Hình thức sinh hoạt", Choices::meetingForm, "meetingForm"),
        c.yes("Đạt bản văn hóa"),
        c.decimal("Cách trung tâm xã (km)"),
        c.bearing("Hướng từ trung tâm xã"),
        c.coordinates("Tọa độ"),
        c.yes("Bản biên giới"));
  }

  private static MemberRow member(RowCells c) {
    PartialDate born = c.requiredDate("Ngày sinh");
    PartialDate admitted = c.requiredDate("Ngày vào Đảng");
    PartialDate recognised = c.date("Ngày chính thức");
    if (c.problems().isEmpty()) {
      refuseReversed(c, "Ngày vào Đảng", born, admitted, "afterBirth");
      refuseReversed(c, "Ngày chính thức", admitted, recognised, "afterAdmission");
    }
    return new MemberRow(
        c.row(),
        c.requiredName("Họ và tên"),
        c.has("Giới tính") ? c.requiredChoice("Giới tính", Choices::sex, "sex") : null,
        born,
        c.text("Dân tộc"),
        c.text("Bản (nơi cư trú)"),
        c.text("Trình độ học vấn"),
        c.text("Chuyên môn"),
        c.text("Lý luận chính trị"),
        c.text("Nghề nghiệp"),
        admitted,
        recognised,
        c.text("Số thẻ đảng viên"),
        c.requiredText("Mã chi bộ"),
        c.yes("Miễn sinh hoạt"),
        c.yes("Hộ nghèo"),
        c.text("Ghi chú"));
  }

  private static CandidateRow candidate(RowCells c) {
    PartialDate classTaken = c.date("Ngày học lớp nhận thức");
    PartialDate dossier = c.date("Ngày hoàn tất hồ sơ");
    String words = c.text("Tình trạng");
    return new CandidateRow(
        c.row(),
        c.requiredName("Họ và tên"),
        c.choice("Giới tính", Choices::sex, "sex"),
        c.date("Ngày sinh"),
        c.text("Dân tộc"),
        c.text("Bản (nơi cư trú)"),
        c.requiredText("Mã chi bộ"),
        c.name("Đảng viên giúp đỡ 1"),
        c.name("Đảng viên giúp đỡ 2"),
        classTaken,
        dossier,
        CandidateRow.status(words, classTaken, dossier),
        words);
  }

  private static OfficeRow office(RowCells c) {
    String title = c.requiredText("Chức vụ");
    PartialDate since = c.date("Từ ngày");
    PartialDate until = c.date("Đến ngày");
    refuseReversed(c, "Đến ngày", since, until, "afterStart");
    return new OfficeRow(
        c.row(),
        c.requiredName("Họ và tên"),
        title,
        Choices.officeRole(Vietnamese.fold(title)),
        c.requiredText("Mã tổ chức"),
        since,
        until);
  }

  private static ChargeRow charge(RowCells c) {
    return new ChargeRow(
        c.row(),
        c.requiredName("Họ và tên"),
        c.requiredText("Mã chi bộ"),
        c.date("Từ ngày"),
        c.text("Số văn bản"));
  }

  private static ResolutionRow resolution(RowCells c) {
    return new ResolutionRow(
        c.row(),
        c.requiredText("Số, ký hiệu"),
        c.requiredText("Loại"),
        c.requiredText("Trích yếu"),
        c.requiredDay("Ngày ban hành"),
        c.requiredText("Mã tổ chức"),
        c.yes("Chuyên đề"));
  }

  private static IndicatorRow indicator(RowCells c) {
    return new IndicatorRow(
        c.row(),
        c.requiredText("Mã chỉ tiêu"),
        c.requiredText("Tên chỉ tiêu"),
        c.requiredText("Đơn vị tính"),
        c.decimal("Thực hiện năm trước"),
        c.decimal("Kế hoạch năm"),
        c.decimal("Thực hiện năm"),
        c.text("Nghị quyết"));
  }

  private static TrainingRow training(RowCells c) {
    LocalDate from = c.requiredDay("Từ ngày");
    LocalDate to = c.day("Đến ngày");
    if (c.problems().isEmpty() && to != null && to.isBefore(from)) {
      c.problem("Đến ngày", c.text("Đến ngày"), "afterStart");
    }
    return new TrainingRow(
        c.row(),
        c.requiredText("Lớp"),
        c.requiredText("Loại"),
        from,
        to,
        c.requiredName("Họ và tên"),
        c.text("Chức vụ"));
  }

  private static VillagePostRow villagePost(RowCells c) {
    String title = c.requiredText("Chức danh");
    return new VillagePostRow(
        c.row(),
        c.requiredText("Tên bản"),
        title,
        Choices.villageRole(Vietnamese.fold(title)),
        c.requiredName("Họ và tên"),
        c.date("Từ ngày"),
        c.yes("Là đảng viên"));
  }

  private static PlanningRow planning(RowCells c) {
    String term = c.requiredText("Giai đoạn");
    Matcher years = TERM.matcher(term);
    int from = 0;
    int to = 0;
    if (years.find()) {
      from = Integer.parseInt(years.group(1));
      to = Integer.parseInt(years.group(2));
    }
    if (!term.isEmpty() && from >= to) {
      c.problem("Giai đoạn", term, "term");
    }
    return new PlanningRow(
        c.row(),
        c.requiredText("Chức danh quy hoạch"),
        from,
        to,
        c.requiredName("Họ và tên"),
        c.yearNumber("Năm đưa vào quy hoạch"),
        c.text("Nhu cầu đào tạo"));
  }

  private static StudyRow study(RowCells c) {
    int due = c.requiredInteger("Số đảng viên phải dự");
    int present = c.requiredInteger("Số đảng viên dự");
    if (c.problems().isEmpty() && present > due) {
      c.problem("Số đảng viên dự", present, "atMost", due);
    }
    return new StudyRow(
        c.row(),
        c.requiredText("Văn bản"),
        c.requiredDay("Ngày"),
        c.requiredText("Mã tổ chức"),
        due,
        present);
  }

  private static ModelRow model(RowCells c) {
    return new ModelRow(
        c.row(),
        c.requiredText("Tên mô hình"),
        c.text("Loại"),
        c.requiredName("Đảng viên"),
        c.text("Bản"),
        c.yearNumber("Năm bắt đầu"),
        c.choice("Giai đoạn", Choices::modelStage, "modelStage"),
        c.decimal("Thu nhập (triệu đồng/năm)"));
  }

  private static MassOrganizationRow massOrganization(RowCells c) {
    return new MassOrganizationRow(
        c.row(),
        c.requiredText("Tên tổ chức"),
        c.name("Người đứng đầu"),
        c.integer("Số chi hội/chi đoàn"),
        c.integer("Số hội viên/đoàn viên"));
  }

  private static MeetingRow meeting(RowCells c) {
    Integer due = c.integer("Phải dự");
    Integer present = c.integer("Có mặt");
    if (due != null && present != null && present > due) {
      c.problem("Có mặt", present, "atMost", due);
    }
    String kind = c.choice("Loại", Choices::meetingKind, "meetingKind");
    LocalDate month = month(c);
    LocalDate heldOn = c.requiredDay("Ngày họp");
    if (c.problems().isEmpty()) {
      refuseFarFrom(c, month, heldOn);
    }
    return new MeetingRow(
        c.row(),
        c.requiredText("Mã chi bộ"),
        month,
        heldOn,
        kind == null ? "regular" : kind,
        due,
        present,
        c.text("Lý do vắng"));
  }

  /// A month's meeting may be held a few days early or late; further off one of the two is
  /// mistyped.
  private static void refuseFarFrom(RowCells c, LocalDate month, LocalDate heldOn) {
    LocalDate before = month.minusMonths(1);
    if (heldOn.isBefore(before) || !heldOn.isBefore(month.plusMonths(2))) {
      c.problem(
          "Ngày họp",
          c.text("Ngày họp"),
          "nearMonth",
          PartialDate.month(YearMonth.from(month)).toVietnamese());
    }
  }

  private static LocalDate month(RowCells c) {
    String text = c.requiredText("Tháng");
    Matcher matcher = MONTH.matcher(Vietnamese.fold(text));
    if (matcher.matches()) {
      int month = Integer.parseInt(matcher.group(1));
      int year = matcher.group(2) == null ? c.year() : Integer.parseInt(matcher.group(2));
      if (month >= 1 && month <= 12) {
        return LocalDate.of(year, month, 1);
      }
    }
    // Excel makes a date of «01/2016» by itself.
    @Nullable PartialDate date = text.length() == 10 ? c.date("Tháng") : null;
    if (date != null) {
      return date.first().withDayOfMonth(1);
    }
    if (!text.isEmpty()) {
      c.problem("Tháng", text, "month");
    }
    return LocalDate.of(c.year(), 1, 1);
  }

  private static CellReviewRow cellReview(RowCells c) {
    return new CellReviewRow(
        c.row(),
        c.requiredText("Mã tổ chức"),
        c.text("Tên tổ chức"),
        c.requiredChoice("Mức xếp loại", Choices::organizationGrade, "organizationGrade"),
        c.text("Mức xếp loại") == null ? "" : c.requiredText("Mức xếp loại"));
  }

  private static MemberReviewRow memberReview(RowCells c) {
    return new MemberReviewRow(
        c.row(),
        c.requiredName("Họ và tên"),
        c.requiredText("Mã chi bộ"),
        c.text("Số thẻ đảng viên"),
        c.requiredChoice("Mức xếp loại", Choices::memberGrade, "memberGrade"),
        c.text("Mức xếp loại") == null ? "" : c.requiredText("Mức xếp loại"));
  }

  private static void refuseReversed(
      RowCells c,
      String column,
      @Nullable PartialDate first,
      @Nullable PartialDate second,
      String expected) {
    if (first != null && second != null && second.isCertainlyBefore(first)) {
      c.problem(column, second.toVietnamese(), expected, first.toVietnamese());
    }
  }
}
