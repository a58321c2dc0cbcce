package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.workbook.reading.CellReviewRow;
import vn.nenmong.workbook.reading.OfficeRow;
import vn.nenmong.workbook.reading.OrganizationRow;
import vn.nenmong.workbook.reading.Problem;
import vn.nenmong.workbook.reading.ResolutionRow;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.StudyRow;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;

/// Which commune a file is for: by the code of its root. Never by a likeness.
final class FindCommune {

  private static final Set<String> COMMITTEES = Set.of("grassroots_committee", "grassroots_cell");

  private final Wording words;
  private final List<Problem> problems = new ArrayList<>();

  FindCommune(Wording words) {
    this.words = words;
  }

  /// What refuses the file, where {@link #root} found none.
  List<Problem> problems() {
    return problems;
  }

  /// The code of the root, or null where the file does not tell it clearly.
  @Nullable String root(Workbook file, List<CommuneRepository.Root> known) {
    if (file.commune() != null) {
      return file.commune();
    }
    return file.organizations().isEmpty()
        ? rootByCodes(file, known)
        : rootOfSheet(file.organizations());
  }

  private @Nullable String rootOfSheet(List<OrganizationRow> rows) {
    Set<String> codes = new HashSet<>();
    rows.forEach(row -> codes.add(NameKey.of(row.code())));
    List<OrganizationRow> tops =
        rows.stream()
            .filter(row -> row.parent() == null || !codes.contains(NameKey.of(row.parent())))
            .toList();
    List<OrganizationRow> committees =
        tops.stream().filter(row -> COMMITTEES.contains(row.kind())).toList();
    List<OrganizationRow> roots = committees.size() == 1 ? committees : tops;
    if (roots.size() == 1) {
      return roots.getFirst().code();
    }
    OrganizationRow shown = roots.isEmpty() ? rows.getFirst() : roots.get(1);
    problem(
        Sheet.ORGANIZATIONS,
        shown.row(),
        "Trực thuộc",
        shown.parent(),
        "workbook.expected.oneRoot");
    return null;
  }

  private @Nullable String rootByCodes(Workbook file, List<CommuneRepository.Root> known) {
    Set<String> codes = new HashSet<>();
    Stream.of(
            file.offices().stream().map(OfficeRow::organization),
            file.resolutions().stream().map(ResolutionRow::organization),
            file.studies().stream().map(StudyRow::organization),
            file.cellReviews().stream().map(CellReviewRow::organization))
        .flatMap(stream -> stream)
        .forEach(code -> codes.add(NameKey.of(code)));
    Stream.concat(
            file.members().stream().map(row -> row.cell()),
            file.meetings().stream().map(row -> row.cell()))
        .filter(code -> code.indexOf('/') > 0)
        .forEach(code -> codes.add(NameKey.of(code.substring(0, code.indexOf('/')))));
    List<CommuneRepository.Root> named =
        known.stream().filter(root -> codes.contains(NameKey.of(root.code()))).toList();
    if (named.size() == 1) {
      return named.getFirst().code();
    }
    problem(Sheet.ORGANIZATIONS, 0, "", null, "workbook.expected.organizationSheet");
    return null;
  }

  /// Whether a file whose root has the code of a known commune, but another name, is of another
  /// commune: none but a few of its organizations are called as that commune's are.
  static boolean isAnother(
      List<OrganizationRow> rows, String root, String knownName, List<Known.Organization> known) {
    Map<String, Set<String>> names = new HashMap<>();
    for (Known.Organization organization : known) {
      Set<String> all =
          names.computeIfAbsent(NameKey.of(organization.code()), k -> new HashSet<>());
      organization.states().spans().forEach(span -> all.add(NameKey.of(span.value().name())));
    }
    int others = 0;
    int same = 0;
    for (OrganizationRow row : rows) {
      boolean isNamed =
          names.getOrDefault(NameKey.of(row.code()), Set.of()).contains(NameKey.of(row.name()));
      if (row.code().equals(root)) {
        if (isNamed || NameKey.of(row.name()).equals(NameKey.of(knownName))) {
          return false;
        }
        continue;
      }
      others++;
      same += isNamed ? 1 : 0;
    }
    return same * 2 < others || others == 0;
  }

  private void problem(Sheet sheet, int row, String column, @Nullable String found, String key) {
    problems.add(new Problem(sheet.title(), row, column, found, words.of(key)));
  }
}
