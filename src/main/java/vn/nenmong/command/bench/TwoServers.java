package vn.nenmong.command.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.core.env.Environment;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.kernel.database.DataFolder;

/// What two servers on one database serve together, beside what each of them serves alone. On one
/// machine the processors are theirs in common, and the database's and the clients' too.
final class TwoServers {

  /// At each server.
  private static final int CLIENTS = 4;

  private static final Duration SPAN = Duration.ofSeconds(15);
  private static final String HEAP = "256m";
  private static final List<String> PAGES =
      List.of("/", "/members", "/members?q=van", "/due", "/villages");

  /// Pages a second.
  record Outcome(double one, double other, double both) {}

  private final Path jar;
  private final Path work;

  TwoServers(Path jar, Path work) {
    this.jar = jar;
    this.work = work;
  }

  /// @param folder whose database both work on
  Outcome run(Folder folder) throws Exception {
    Map<String, String> settings = settings(folder.context().getEnvironment());
    try (ChildProgram one = serve("one", settings);
        ChildProgram other = serve("other", settings)) {
      rate(one, other);
      return new Outcome(rate(one), rate(other), rate(one, other));
    }
  }

  private static Map<String, String> settings(Environment environment) {
    Map<String, String> settings = new HashMap<>();
    Map.of(
            "NENMONG_DATABASE_URL", "spring.datasource.url",
            "NENMONG_DATABASE_OWNER", "spring.flyway.user",
            "NENMONG_DATABASE_OWNER_PASSWORD", "spring.flyway.password",
            "NENMONG_DATABASE_APP", "spring.datasource.username",
            "NENMONG_DATABASE_APP_PASSWORD", "spring.datasource.password")
        .forEach((setting, property) ->
            settings.put(setting, environment.getRequiredProperty(property)));
    return settings;
  }

  private ChildProgram serve(String name, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path data = work.resolve(name);
    DataFolder.open(data).becomeDemo("");
    return ChildProgram.serve(jar, data, HEAP, settings, work.resolve(name + ".log"));
  }

  /// Pages a second that all of some servers give at once.
  private static double rate(ChildProgram... servers) throws Exception {
    List<Callable<Integer>> clients = new ArrayList<>();
    for (ChildProgram server : servers) {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(() -> pages(server));
      }
    }
    int all = 0;
    try (ExecutorService at = Executors.newFixedThreadPool(clients.size())) {
      for (Future<Integer> client : at.invokeAll(clients)) {
        all += client.get();
      }
    }
    return all / (double) SPAN.toSeconds();
  }

  private static int pages(ChildProgram server) throws Exception {
    try (var visitor = new Visitor(server.home())) {
      visitor.signIn("vanphong", DemoAccounts.PASSWORD);
      long end = System.nanoTime() + SPAN.toNanos();
      int pages = 0;
      while (System.nanoTime() < end) {
        visitor.open(PAGES.get(pages % PAGES.size()));
        pages++;
      }
      return pages;
    }
  }
}
