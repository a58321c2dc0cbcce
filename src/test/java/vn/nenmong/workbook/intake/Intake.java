package vn.nenmong.workbook.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.AuditFixture;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.workbook.reading.Limits;
import vn.nenmong.workbook.reading.Workbook;
import vn.nenmong.workbook.reading.WorkbookReader;

/// An import on a database of its own, as the program puts it together.
final class Intake {

  static final Path DEMO = Path.of("src/main/resources/demo/na-tong-2016.xlsx");

  final TestDatabase database = TestDatabase.create();
  final JdbcClient jdbc;
  final ImportWorkbook imports;
  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  Intake() {
    this(null);
  }

  Intake(@Nullable LocalDate workingDay) {
    messages.setBasename("messages/workbook");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var dataSource = database.dataSource(database.app());
    jdbc = JdbcClient.create(dataSource);
    Today today = new Today(Clock.systemUTC(), workingDay);
    imports =
        new ImportWorkbook(
            new PlanImport(new CommuneRepository(jdbc), today),
            new RegisterRepository(jdbc),
            new ImportRunRepository(jdbc),
            AuditFixture.audit(jdbc, today),
            today,
            new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
            messages);
  }

  Workbook read(Path file) {
    return new WorkbookReader(
            new Limits(100L << 20, 1_000_000), ImportWorkbook.wording(messages, Vietnamese.LOCALE))
        .read(file);
  }

  ImportResult run(Path file) {
    return run(read(file), false, Answers.NONE);
  }

  ImportResult run(Workbook file, boolean skipBadRows, Answers answers) {
    return imports.run(
        Viewer.COMMAND_LINE,
        new ImportWorkbook.Request(file, null, "test.xlsx", "0", skipBadRows, answers));
  }

  long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
