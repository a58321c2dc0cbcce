package vn.nenmong.command;

import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import vn.nenmong.account.FirstAccount;
import vn.nenmong.kernel.database.DataFolder;

/// The program while it answers on a port.
///
/// @param ended at zero when it no longer does
record Server(ConfigurableApplicationContext context, int port, CountDownLatch ended) {

  /// What the folder keeps of a server that runs on it, for a second start.
  private static final String PROPERTIES = "server";

  private static final String ENTRANCE = "entrance";

  /// Starts it; it answers from then on.
  static Server start(DataOption data, Workplace workplace, int port) {
    workplace.serve();
    workplace.folder().keep(PROPERTIES, new Properties());
    var context = workplace.webContext(data.nenMong().application(), port);
    var ended = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> end = _ -> ended.countDown();
    context.addApplicationListener(end);
    var server = new Server(context, port, ended);
    var properties = new Properties();
    properties.setProperty(ENTRANCE, server.entrance(data));
    workplace.folder().keep(PROPERTIES, properties);
    return server;
  }

  /// Where the server of a folder is entered; none while it still starts.
  static Optional<String> entrance(DataFolder folder) {
    return Optional.ofNullable(folder.properties(PROPERTIES).getProperty(ENTRANCE));
  }

  /// The first page for who comes to it: that of the first account while there is none.
  String entrance(DataOption data) {
    return firstAccount(data).orElseGet(() -> root(data) + "/");
  }

  /// Prints where it is to be found.
  void tellAddress(DataOption data) {
    data.print(data.messages().text("command.serving", root(data) + "/"));
    data.tell("command.stop");
  }

  /// Where the first account is made, while there is none.
  void tellFirstAccount(DataOption data) {
    firstAccount(data)
        .ifPresent(page -> data.print(data.messages().text("command.serve.first", page)));
  }

  private Optional<String> firstAccount(DataOption data) {
    return context
        .getBean(FirstAccount.class)
        .key()
        .map(key -> root(data) + "/first-account?key=" + key);
  }

  private String root(DataOption data) {
    Settings settings = data.nenMong().settings();
    String scheme = settings.hasCertificate() ? "https://" : "http://";
    return scheme + host(settings.address()) + ":" + port;
  }

  private static String host(String address) {
    return address.equals("127.0.0.1") || address.equals("0.0.0.0") ? "localhost" : address;
  }

  int await() throws InterruptedException {
    ended.await();
    return ExitCode.DONE;
  }
}
