package vn.nenmong.kernel.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The settings of the embedded PostgreSQL. An administrator changes others with `alter system`.
final class ClusterSettings {

  /// Longest path of a socket that every system takes, less the name of the socket in it.
  private static final int SOCKET_FOLDER_BYTES = 85;

  private ClusterSettings() {}

  static void include(Path cluster) throws IOException {
    Path file = cluster.resolve("postgresql.conf");
    Files.writeString(file, Files.readString(file) + "\ninclude 'nenmong.conf'\n");
  }

  static void write(Path cluster, int port, Path socketFolder, Path log) throws IOException {
    Files.writeString(
        cluster.resolve("nenmong.conf"), settings(port, socketFolder(socketFolder), quoted(log)));
  }

  /// Memory for an office PC; nothing of what people type in the log.
  private static String settings(int port, String socketFolder, String log) {
    return """
    # Written at every start.
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = '%s'
    unix_socket_permissions = 0700
    password_encryption = 'scram-sha-256'
    max_connections = 100

    fsync = on
    full_page_writes = on
    synchronous_commit = on

    shared_buffers = 128MB
    work_mem = 8MB
    maintenance_work_mem = 64MB
    max_wal_size = 512MB
    jit = off

    timezone = 'UTC'
    log_timezone = 'UTC'
    logging_collector = on
    log_directory = '%s'
    log_filename = 'postgresql-%%a.log'
    log_file_mode = 0600
    log_rotation_age = 1d
    log_rotation_size = 0
    log_truncate_on_rotation = on
    log_error_verbosity = terse
    log_min_error_statement = panic
    log_parameter_max_length = 0
    log_parameter_max_length_on_error = 0
    """
        .formatted(port, socketFolder, log);
  }

  /// Nothing connects by socket but an administrator's tools: a path that is too long, or a system
  /// without them, goes without.
  private static String socketFolder(Path folder) throws IOException {
    int length = folder.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > SOCKET_FOLDER_BYTES || folder.toString().contains("\\")) {
      return "";
    }
    PrivateFiles.createFolder(folder);
    return "\"" + quoted(folder).replace("\"", "\"\"") + "\"";
  }

  private static String quoted(Path path) {
    return path.toString().replace('\\', '/').replace("'", "''");
  }
}
