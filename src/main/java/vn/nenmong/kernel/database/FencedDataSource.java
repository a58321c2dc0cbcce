package vn.nenmong.kernel.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Tells each connection that is taken whose rows it may show, whatever it was used for before.
public final class FencedDataSource extends DelegatingDataSource {

  static final String TELL =
      """
      select set_config('nenmong.communes', coalesce(?, every_commune()), false),
        set_config('nenmong.account', ?, false)
      """;

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

  private static Connection told(Connection connection) throws SQLException {
    Fence fence = Fence.current();
    try (PreparedStatement tell = connection.prepareStatement(TELL)) {
      tell.setString(1, fence.setting());
      tell.setString(2, fence.account());
      tell.execute();
      return connection;
    } catch (SQLException | RuntimeException e) {
      try (connection) {
        throw e;
      }
    }
  }
}
