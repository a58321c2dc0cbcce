package vn.nenmong.command;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import vn.nenmong.account.FirstAccount;

/// The program while it answers on a port.
///
/// @param ended at zero when it no longer does
record Server(ConfigurableApplicationContext context, int port, CountDownLatch ended) {

  /// Starts it; it answers from then on.
  static Server start(DataOption data, Workplace workplace, int port) {
    workplace.serve();
    var context = workplace.webContext(data.nenMong().application(), port);
    var ended = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> end = _ -> ended.countDown();
    context.addApplicationListener(end);
    return new Server(context, port, ended);
  }

  /// Prints where it is to be found.
  void tellAddress(DataOption data) {
    data.print(data.messages().text("command.serving", root(data) + "/"));
    data.tell("command.stop");
  }

  /// Where the first account is made, while there is none.
  void tellFirstAccount(DataOption data) {
    context
        .getBean(FirstAccount.class)
        .key()
        .ifPresent(key ->
            data.print(
                data.messages()
                    .text("command.serve.first", root(data) + "/first-account?key=" + key)));
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
