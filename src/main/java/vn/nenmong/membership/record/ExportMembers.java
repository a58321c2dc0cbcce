package vn.nenmong.membership.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Addressed;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Sort;
import vn.nenmong.organization.Reach;

/// Hands out what the list of members shows, all of it, as a sheet.
@Component
class ExportMembers {

  private static final int MOST_LABELS = 3_000;

  private final MemberRepository members;
  private final Audit audit;

  ExportMembers(MemberRepository members, Audit audit) {
    this.members = members;
    this.audit = audit;
  }

  @Transactional
  void run(Page page, Viewer viewer, Reach reach, MemberFilter filter, HttpServletResponse response)
      throws IOException {
    audit.record(viewer, reach.commune(), "export", "members", null, null);
    List<Column<MemberRow>> columns = new ArrayList<>();
    columns.add(Column.text(page.t("membership.column.name"), 26, MemberRow::name));
    MemberColumn.chosen(filter.columns()).forEach(column -> columns.add(column.sheetColumn(page)));
    Sheet<MemberRow> sheet =
        new Sheet<>(
            page.t("membership.list.title"),
            List.of(reach.name(), page.t("membership.list.sheetTitle", page.date(page.on()))),
            columns);
    try (Stream<MemberRow> rows =
        members.stream(reach, filter, Sort.of(filter.sort(), MemberRepository.SORTS))) {
      SheetResponse.send(response, "dang-vien-" + page.on(), sheet, rows);
    }
  }

  /// The book 7-HSĐV of those whom the list shows, cell by cell.
  @Transactional
  void book(
      Page page, Viewer viewer, Reach reach, MemberFilter filter, HttpServletResponse response)
      throws IOException {
    audit.record(viewer, reach.commune(), "export", "7-hsdv", null, null);
    try (Stream<MemberRow> rows =
        members.stream(reach, filter, Sort.of("cell", MemberRepository.SORTS))) {
      SheetResponse.attach(response, "7-hsdv-" + page.on());
      MemberBook.write(page, reach.name(), rows, response.getOutputStream());
    }
  }

  /// The national list of those whom the list shows, cell by cell.
  @Transactional
  void national(
      Page page, Viewer viewer, Reach reach, MemberFilter filter, HttpServletResponse response)
      throws IOException {
    audit.record(viewer, reach.commune(), "export", "national-list", null, null);
    Sheet<MemberRow> sheet = NationalList.sheet(page.t("membership.list.title"));
    try (Stream<MemberRow> rows =
        members.stream(reach, filter, Sort.of("cell", MemberRepository.SORTS))) {
      SheetResponse.send(response, "danh-sach-toan-quoc-" + page.on(), sheet, rows);
    }
  }

  /// To whom labels or envelopes go, at most a few thousand.
  @Transactional
  List<Addressed> addressed(Page page, Viewer viewer, Reach reach, MemberFilter filter) {
    audit.record(viewer, reach.commune(), "export", "labels", null, null);
    try (Stream<MemberRow> rows =
        members.stream(reach, filter, Sort.of(filter.sort(), MemberRepository.SORTS))) {
      return rows.limit(MOST_LABELS)
          .map(member ->
              new Addressed(
                  page.t("membership.list.comrade", member.name()),
                  member.cell(),
                  Optional.ofNullable(member.village()).orElse("")))
          .toList();
    }
  }
}
