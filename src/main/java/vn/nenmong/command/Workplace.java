package vn.nenmong.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.database.Database;
import vn.nenmong.kernel.database.Login;

/// A data folder in use by this process, with its database. Given up when it is closed, or when the
/// process is told to end: then after the contexts of Spring, which still use it.
final class Workplace implements AutoCloseable {

  private final DataFolder folder;
  private final Settings settings;
  private final Consumer<Path> preparing;
  private final List<AutoCloseable> open = new ArrayList<>();
  private @Nullable Database database;

  private Workplace(DataFolder folder, Settings settings, Consumer<Path> preparing) {
    this.folder = folder;
    this.settings = settings;
    this.preparing = preparing;
  }

  /// Opens the folder, or makes it; the database only when it is asked for.
  ///
  /// @param preparing is told the folder when its database must be made, which takes a while
  static Workplace open(Path data, Settings settings, Consumer<Path> preparing) {
    var workplace = new Workplace(DataFolder.open(data), settings, preparing);
    SpringApplication.getShutdownHandlers().add(workplace::close);
    return workplace;
  }

  DataFolder folder() {
    return folder;
  }

  /// Takes the folder for this server alone.
  synchronized void serve() {
    open.add(folder.serve());
  }

  synchronized Database database() {
    if (database == null) {
      if (isNew()) {
        preparing.accept(folder.path());
      }
      database = Database.open(folder, settings.environment());
      open.add(database);
    }
    return database;
  }

  private boolean isNew() {
    return !settings.hasExternalDatabase() && !folder.hasDatabase();
  }

  /// Whether an organization is in it.
  boolean hasData() {
    if (isNew()) {
      return false;
    }
    Login owner = database().owner();
    try (Connection connection =
            DriverManager.getConnection(database().url(), owner.user(), owner.password());
        Statement sql = connection.createStatement()) {
      return isTrue(sql, "select to_regclass('organization') is not null")
          && isTrue(sql, "select exists (select from organization)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isTrue(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /// A context of Spring for a command: nothing is made before it is asked for.
  ConfigurableApplicationContext commandContext(Class<?> application) {
    return start(
        new SpringApplicationBuilder(application)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true),
        "command.log",
        Map.of());
  }

  ConfigurableApplicationContext webContext(Class<?> application, int port) {
    Map<String, Object> properties = new HashMap<>(settings.transport());
    properties.put("server.port", port);
    properties.put("server.address", settings.address());
    return start(new SpringApplicationBuilder(application), "nenmong.log", properties);
  }

  private ConfigurableApplicationContext start(
      SpringApplicationBuilder builder, String log, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.putAll(database().springProperties());
    properties.put("nenmong.data", folder.path().toString());
    properties.put("nenmong.demo", folder.isDemo());
    properties.put("nenmong.demo.scenario", folder.scenario());
    properties.put("nenmong.locale", settings.locale().toLanguageTag());
    properties.put("nenmong.working-day", settings.workingDay(folder));
    return builder
        .properties(
            Map.of(
                "logging.threshold.console",
                "WARN",
                "logging.file.name",
                folder.log().resolve(log).toString()))
        .initializers(context ->
            context
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("workplace", properties)))
        .run();
  }

  @Override
  public synchronized void close() {
    for (AutoCloseable used : open.reversed()) {
      try {
        used.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    open.clear();
  }
}
