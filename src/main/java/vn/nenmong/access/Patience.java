package vn.nenmong.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.kernel.time.Today;

/// How long someone must wait who got it wrong several times: longer with each time, never for
/// good, and the same whether or not there is such an account.
@Repository
public class Patience {

  /// So many mistakes with one name cost nothing; a whole office may sit behind one address.
  private static final int FREE_OF_NAME = 4;

  private static final int FREE_OF_ORIGIN = 30;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private record Failures(int number, @Nullable Instant last) {}

  static final String OF_NAME =
      "select number, last from failures(:name, null, cast(:since as timestamptz))";

  static final String OF_ORIGIN =
      "select number, last from failures(null, :origin, cast(:since as timestamptz))";

  static final String INSERT = "select keep_failure(:name, :origin, cast(:at as timestamptz))";
  static final String FORGET =
      "select forget_failures(cast(:name as text), cast(:until as timestamptz))";

  private final JdbcClient jdbc;
  private final Today today;

  Patience(JdbcClient jdbc, Today today) {
    this.jdbc = jdbc;
    this.today = today;
  }

  /// How long to wait before the next attempt; zero for no wait.
  ///
  /// @param name as it was typed
  /// @param origin network address
  public Duration wait(String name, String origin) {
    Duration ofName =
        remaining(
            jdbc.sql(OF_NAME)
                .param("name", digest(name))
                .param("since", since())
                .query(Failures.class)
                .single(),
            FREE_OF_NAME);
    Duration ofOrigin =
        remaining(
            jdbc.sql(OF_ORIGIN)
                .param("origin", origin)
                .param("since", since())
                .query(Failures.class)
                .single(),
            FREE_OF_ORIGIN);
    return ofName.compareTo(ofOrigin) > 0 ? ofName : ofOrigin;
  }

  public void failed(String name, String origin) {
    forget(null);
    jdbc.sql(INSERT)
        .param("name", digest(name))
        .param("origin", origin)
        .param("at", Timestamp.from(today.now()))
        .query((_, _) -> true)
        .single();
  }

  public void succeeded(String name) {
    forget(digest(name));
  }

  /// What is too old to count, and all of a name.
  private void forget(@Nullable String nameDigest) {
    jdbc.sql(FORGET)
        .param("name", nameDigest)
        .param("until", since())
        .query((_, _) -> true)
        .single();
  }

  private Duration remaining(Failures failures, int free) {
    Instant last = failures.last();
    if (last == null || failures.number() <= free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures.number() - free - 1, 10);
    Duration whole = FIRST_WAIT.multipliedBy(1L << doublings);
    Duration wait = whole.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : whole;
    Duration left = Duration.between(today.now(), last.plus(wait));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Timestamp since() {
    return Timestamp.from(today.now().minus(REMEMBERED));
  }

  private static String digest(String name) {
    try {
      byte[] bytes = name.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
