package vn.nenmong.organization;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.register.RegisterRow;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.web.Page;

/// Hands a register out as a spreadsheet, with the audit line that says so.
@Component
public class ExportRegister {

  private final RegisterReader reader;
  private final Organizations organizations;
  private final Audit audit;

  ExportRegister(RegisterReader reader, Organizations organizations, Audit audit) {
    this.reader = reader;
    this.organizations = organizations;
    this.audit = audit;
  }

  /// Writes all rows that were asked for, in their order.
  @Transactional
  public <R extends RegisterRow> void run(
      Viewer viewer, Page page, Register<R> register, HttpServletResponse response)
      throws IOException {
    String name = register.path().substring(1).replace('/', '-');
    List<OrganizationRef> tops = organizations.tops(viewer.scope(), page.on());
    audit.record(
        viewer,
        OrganizationRef.commune(tops),
        "export",
        name,
        null,
        "{\"period\": \"%s\", \"narrowed\": %s}"
            .formatted(page.period().code(), register.isNarrowed()));
    try (Stream<R> rows = reader.all(register.query(), register.asked())) {
      SheetResponse.send(
          response,
          name + "-" + page.period().code().replace('/', '_'),
          whose(register.sheet(page), tops),
          rows);
    }
  }

  /// With the name of the organization below its title, where it is of one.
  private static <R> Sheet<R> whose(Sheet<R> sheet, List<OrganizationRef> tops) {
    if (tops.size() != 1) {
      return sheet;
    }
    List<String> titles = new ArrayList<>(sheet.titles());
    titles.add(1, tops.getFirst().name());
    return new Sheet<>(sheet.name(), titles, sheet.columns());
  }
}
