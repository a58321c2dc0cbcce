package vn.nenmong.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import vn.nenmong.kernel.Refused;

/// Passwords and port of the embedded database, in a file that the owner alone can read.
final class Secrets {

  private static final int PASSWORD_BYTES = 24;

  private final Path file;
  private final Properties properties;

  private Secrets(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  static Secrets read(Path file) {
    if (!Files.exists(file)) {
      throw new Refused("database.passwords-missing", file);
    }
    try {
      return new Secrets(file, PrivateFiles.read(file));
    } catch (IOException e) {
      throw new Refused("folder.file-unreadable", file);
    }
  }

  /// Those of the file, or new ones when there is no such file yet.
  static Secrets readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      var properties = new Properties();
      for (Login login : Roles.all(role -> newPassword())) {
        properties.setProperty(login.user(), login.password());
      }
      PrivateFiles.write(file, properties);
    }
    return read(file);
  }

  Login login(String role) {
    String password = properties.getProperty(role);
    if (password == null) {
      throw new Refused("database.passwords-missing", file);
    }
    return new Login(role, password);
  }

  /// @return 0 when none was used yet
  int port() {
    return Integer.parseInt(properties.getProperty("port", "0"));
  }

  void rememberPort(int port) throws IOException {
    if (port != port()) {
      properties.setProperty("port", String.valueOf(port));
      PrivateFiles.write(file, properties);
    }
  }

  private static String newPassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
