package vn.nenmong.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nenmong.kernel.Refused;

/// The PostgreSQL in a data folder. The first process that uses the folder starts it, the last one
/// stops it; one that a killed process left running is taken over, and one that was killed under
/// its users is started again.
public final class EmbeddedCluster implements Database {

  private static final Duration LINGER = Duration.ofSeconds(10);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);
  private static final int START_ATTEMPTS = 5;
  private static final int RECOVERY_SECONDS = 3600;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);

  private final DataFolder folder;
  private final Path cluster;
  private final Commands commands;
  private final Secrets secrets;
  private @Nullable FolderLock use;
  private volatile int port;

  private EmbeddedCluster(DataFolder folder) throws IOException {
    this.folder = folder;
    this.cluster = folder.cluster();
    this.commands = new Commands(Programs.in(folder.programs()), folder);
    Path file = folder.path().resolve("database.properties");
    this.secrets = folder.hasDatabase() ? Secrets.read(file) : Secrets.readOrMake(file);
  }

  /// Makes the database of the folder when there is none, starts it when it doesn't run.
  ///
  /// @throws Refused when it can't be used as things are
  public static EmbeddedCluster start(DataFolder folder) {
    try (FolderLock _ = FolderLock.exclusive(folder.lock("start"))) {
      var cluster = new EmbeddedCluster(folder);
      FolderLock use = FolderLock.shared(folder.lock("use"));
      try {
        cluster.start();
      } catch (IOException | SQLException | RuntimeException e) {
        use.close();
        throw e;
      }
      cluster.use = use;
      cluster.watch();
      return cluster;
    } catch (IOException | SQLException e) {
      throw new Refused("database.failed", folder.log(), String.valueOf(e.getMessage()).strip());
    }
  }

  private void start() throws IOException, SQLException {
    if (!folder.hasDatabase()) {
      initialise();
    }
    Optional<Postmaster> running = awaitReadyOrGone();
    if (running.isPresent()) {
      port = running.get().port();
    } else {
      removeRemains();
      startOnFreePort();
    }
    Roles.ensure(serverUrl(), secrets);
  }

  /// Starts PostgreSQL again when it ends though nobody ended its use.
  private void watch() throws IOException {
    Optional<Postmaster> running = Postmaster.of(cluster);
    if (running.isPresent()) {
      var _ =
          running
              .get()
              .process()
              .onExit()
              .thenRunAsync(this::startAgain, Thread::startVirtualThread);
    }
  }

  /// As often as it takes: what keeps it from starting, such as a full disk, may pass.
  private synchronized void startAgain() {
    while (use != null) {
      try (FolderLock _ = FolderLock.exclusive(folder.lock("start"))) {
        start();
        watch();
        return;
      } catch (IOException | SQLException | Refused e) {
        LOG.error("PostgreSQL ended and could not be started again", e);
      }
      try {
        wait(AGAIN_AFTER.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// In another folder first, so that what was cut off is never taken for a database.
  private void initialise() throws IOException {
    removeUnfinished();
    Path unfinished = Files.createTempDirectory(folder.path(), "cluster-unfinished-");
    Path password = Files.createTempFile(folder.path(), "password", ".tmp");
    try {
      Files.writeString(password, secrets.login(Roles.SUPERUSER).password());
      commands.initdb(unfinished, password);
    } finally {
      Files.delete(password);
    }
    ClusterSettings.include(unfinished);
    PrivateFiles.sync(unfinished.resolve("postgresql.conf"));
    Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.sync(folder.path());
  }

  private void removeUnfinished() throws IOException {
    try (Stream<Path> entries = Files.list(folder.path())) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.matches("cluster-unfinished-.*|unpack\\d+|.*\\.tmp")) {
          PrivateFiles.deleteTree(entry);
        }
      }
    }
  }

  /// @return the PostgreSQL that a process before this one started, when it accepts connections
  private Optional<Postmaster> awaitReadyOrGone() throws IOException {
    Optional<Postmaster> running = Postmaster.of(cluster);
    while (running.isPresent() && !running.get().isReady()) {
      Postmaster.awaitExit(running.get().process(), Duration.ofMillis(100));
      running = Postmaster.of(cluster);
    }
    return running;
  }

  /// What a killed postmaster leaves: processes that still write, and files with its number, which
  /// may be another process's by now.
  private void removeRemains() throws IOException {
    for (ProcessHandle process : Postmaster.processesOf(cluster)) {
      if (!Postmaster.awaitExit(process, LINGER)) {
        process.destroyForcibly();
        Postmaster.awaitExit(process, LINGER);
      }
    }
    Files.deleteIfExists(Postmaster.file(cluster));
    PrivateFiles.deleteTree(socketFolder());
  }

  private Path socketFolder() {
    return folder.path().resolve("socket");
  }

  private void startOnFreePort() throws IOException {
    Path log = folder.log().resolve("postgresql-start.log");
    for (int attempt = 1; ; attempt++) {
      port = isFree(secrets.port()) ? secrets.port() : anyFreePort();
      ClusterSettings.write(cluster, port, socketFolder(), folder.log());
      try {
        commands.start(cluster, log, RECOVERY_SECONDS);
        secrets.rememberPort(port);
        return;
      } catch (IOException e) {
        if (attempt == START_ATTEMPTS || isFree(port)) {
          throw e;
        }
      }
    }
  }

  private static boolean isFree(int port) {
    if (port == 0) {
      return false;
    }
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFreePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String serverUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/";
  }

  @Override
  public String url() {
    return url(Roles.DATABASE);
  }

  /// The address of another database in it.
  public String url(String database) {
    return serverUrl() + database;
  }

  public int port() {
    return port;
  }

  @Override
  public Login owner() {
    return secrets.login(Roles.OWNER);
  }

  @Override
  public Login app() {
    return secrets.login(Roles.APP);
  }

  /// May do everything in it; used to make it, and by tests.
  public Login superuser() {
    return secrets.login(Roles.SUPERUSER);
  }

  /// Ends the use; the last one to do so stops PostgreSQL. A second call does nothing.
  @Override
  public synchronized void close() {
    if (use == null) {
      return;
    }
    try (FolderLock _ = FolderLock.exclusive(folder.lock("start"))) {
      use.close();
      use = null;
      Optional<FolderLock> last = FolderLock.tryExclusive(folder.lock("use"));
      if (last.isPresent()) {
        try (FolderLock _ = last.get()) {
          stop();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() throws IOException {
    if (Postmaster.of(cluster).isPresent()) {
      commands.stop(cluster);
    }
  }

  List<ProcessHandle> processes() {
    return Postmaster.processesOf(cluster);
  }
}
