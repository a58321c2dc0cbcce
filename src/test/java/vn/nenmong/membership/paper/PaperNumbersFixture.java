package vn.nenmong.membership.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nenmong.TestDatabase;
import vn.nenmong.access.Scope;

/// Numbers of papers on a database, for tests outside the package.
public final class PaperNumbersFixture {

  private PaperNumbersFixture() {}

  public static PaperNumbers of(JdbcClient jdbc) {
    return new PaperNumbers(new NumberRepository(jdbc));
  }

  /// The gaps in the only book of an organization.
  public static List<Integer> gaps(TestDatabase database, UUID organization) {
    List<NumberBook> books =
        NumbersController.books(
            new NumberRepository(database.ownerJdbc())
                .taken(Scope.ALL, organization, LocalDate.of(2018, 12, 31)));
    return books.getFirst().gaps();
  }

  public static void term(TestDatabase database, UUID organization, LocalDate began) {
    new NumberRepository(database.ownerJdbc()).addTerm(organization, began);
  }
}
