package vn.nenmong.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nenmong.kernel.database.Database;
import vn.nenmong.kernel.database.EmbeddedCluster;
import vn.nenmong.kernel.database.Login;

/// Prints where the database is, with the passwords, for an administrator's own tools.
@Command(name = "database")
final class DatabaseAddresses implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() {
    try (Workplace workplace = data.open()) {
      Database database = workplace.database();
      data.print("owner  " + address(database, database.owner()));
      data.print("app    " + address(database, database.app()));
      if (database instanceof EmbeddedCluster && !workplace.folder().isServed()) {
        data.tell("command.database.not-kept");
      }
      return ExitCode.DONE;
    }
  }

  private static String address(Database database, Login login) {
    return database
        .url()
        .replace(
            "jdbc:postgresql://",
            "postgresql://" + encode(login.user()) + ":" + encode(login.password()) + "@");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
