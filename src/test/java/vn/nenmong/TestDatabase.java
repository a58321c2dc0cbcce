package vn.nenmong;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.database.Database;
import vn.nenmong.kernel.database.EmbeddedCluster;
import vn.nenmong.kernel.database.Fence;
import vn.nenmong.kernel.database.FencedDataSource;
import vn.nenmong.kernel.database.Login;

/// A migrated database of its own for a test class, in the one PostgreSQL of the test run. It is
/// the program's own embedded one, with the roles of the real one.
///
/// Without Spring:
///
/// ```java
/// private static final TestDatabase DATABASE = TestDatabase.create();
/// private final MemberRepository members = new MemberRepository(DATABASE.jdbc());
/// ```
///
/// With Spring, one database for all classes that share the context:
///
/// ```java
/// @SpringBootTest
/// @ContextConfiguration(initializers = TestDatabase.ForSpring.class)
/// ```
///
/// or, for a context and a database of the class alone:
///
/// ```java
/// @DynamicPropertySource
/// static void database(DynamicPropertyRegistry properties) {
///   TestDatabase.create().register(properties);
/// }
/// ```
public final class TestDatabase implements Database {

  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final Map<Login, DataSource> pools = new ConcurrentHashMap<>();

  private TestDatabase(String name) {
    this.name = name;
  }

  /// A new database with the schema and nothing in it but what the migrations put there.
  public static TestDatabase create() {
    var database = new TestDatabase("test_" + COUNT.incrementAndGet());
    Server.create(database.name, TEMPLATE);
    return database;
  }

  /// As the program at work on a command, which has every commune.
  public JdbcClient jdbc() {
    return jdbc(app());
  }

  /// As the owner of the tables, to look at or break what the program must not.
  public JdbcClient ownerJdbc() {
    return jdbc(owner());
  }

  private JdbcClient jdbc(Login login) {
    return JdbcClient.create(dataSource(login));
  }

  /// As the program, with every commune inside its fence.
  public DataSource dataSource(Login login) {
    DataSource connections = pools.computeIfAbsent(login, this::pool);
    return login.equals(owner())
        ? connections
        : new DelegatingDataSource(new FencedDataSource(connections)) {
          @Override
          public Connection getConnection() throws SQLException {
            return Fence.aroundEverything("command-line").call(super::getConnection);
          }
        };
  }

  /// To sign in takes longer than most statements.
  private DataSource pool(Login login) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url());
    pool.setUsername(login.user());
    pool.setPassword(login.password());
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
    return pool;
  }

  /// The settings of a Spring context on this database, with a data folder of its own.
  public Map<String, Object> properties() {
    var properties = new java.util.HashMap<>(springProperties());
    properties.put("nenmong.data", newFolder().toString());
    return properties;
  }

  public void register(DynamicPropertyRegistry registry) {
    properties().forEach((key, value) -> registry.add(key, () -> value));
  }

  @Override
  public String url() {
    return Server.CLUSTER.url(name);
  }

  @Override
  public Login owner() {
    return Server.CLUSTER.owner();
  }

  @Override
  public Login app() {
    return Server.CLUSTER.app();
  }

  /// It goes with the PostgreSQL at the end of the run.
  @Override
  public void close() {}

  /// A folder that is empty and removed by the next `mvn clean`.
  public static Path newFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One for a database of its own, which starts without unpacking anything.
  public static Path newFolderWithPrograms() {
    Path folder = newFolder();
    Server.CLUSTER.port();
    try (var programs = Files.list(programs())) {
      for (Path program : programs.toList()) {
        Files.createSymbolicLink(folder.resolve(program.getFileName()), program.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /// The programs of PostgreSQL, unpacked once for all tests.
  public static Path programs() {
    return Path.of("target/test-programs");
  }

  /// For `@ContextConfiguration(initializers = …)`.
  public static final class ForSpring
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      TestPropertyValues.of(
              create().properties().entrySet().stream()
                  .map(property -> property.getKey() + "=" + property.getValue()))
          .applyTo(context);
    }
  }

  /// Started when first used, once in the run.
  private static final class Server {
    static final EmbeddedCluster CLUSTER =
        EmbeddedCluster.start(DataFolder.open(newFolder(), programs()));

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close));
      create(TEMPLATE, "template0");
      Flyway.configure()
          .dataSource(CLUSTER.url(TEMPLATE), CLUSTER.owner().user(), CLUSTER.owner().password())
          .placeholders(Map.of("app_role", CLUSTER.app().user()))
          .load()
          .migrate();
    }

    static void create(String name, String template) {
      Login superuser = CLUSTER.superuser();
      try (Connection connection =
              DriverManager.getConnection(
                  CLUSTER.url("postgres"), superuser.user(), superuser.password());
          Statement sql = connection.createStatement()) {
        sql.execute(
            "create database %s owner %s template %s"
                .formatted(name, CLUSTER.owner().user(), template));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
