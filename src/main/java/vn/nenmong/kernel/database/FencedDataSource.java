package vn.nenmong.kernel.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells each connection that is taken whose rows it may show, whatever it was used for before; one
/// that shows just these already is not told again.
public final class FencedDataSource extends DelegatingDataSource {

  static final String TELL =
      """
      select set_config('nenmong.communes', coalesce(?, every_commune()), false),
        set_config('nenmong.account', ?, false)
      """;

  /// What each connection to the database was told last.
  private final Cache<Connection, Fence> last = Caffeine.newBuilder().weakKeys().build();

  public FencedDataSource(DataSource connections) {
    super(connections);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return told(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return told(super.getConnection(user, password));
  }

  private Connection told(Connection connection) throws SQLException {
    try {
      Fence fence = Fence.current();
      Connection session = connection.unwrap(PgConnection.class);
      if (fence.communes() == null || !fence.equals(last.getIfPresent(session))) {
        last.invalidate(session);
        tell(connection, fence);
        // What is told within a transaction is forgotten when that is rolled back.
        if (connection.getAutoCommit()) {
          last.put(session, fence);
        }
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      try (connection) {
        throw e;
      }
    }
  }

  private static void tell(Connection connection, Fence fence) throws SQLException {
    try (PreparedStatement tell = connection.prepareStatement(TELL)) {
      tell.setString(1, fence.setting());
      tell.setString(2, fence.account());
      tell.execute();
    }
  }
}
