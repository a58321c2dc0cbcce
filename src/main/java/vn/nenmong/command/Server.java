package vn.nenmong.command;

import java.util.concurrent.CountDownLatch;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// The program while it answers on a port.
///
/// @param ended at zero when it no longer does
record Server(ConfigurableApplicationContext context, CountDownLatch ended) {

  /// Starts it and prints where it is to be found.
  static Server start(DataOption data, Workplace workplace, PortOption option) {
    workplace.serve();
    Settings settings = data.nenMong().settings();
    int port = option.free(settings);
    var context = workplace.webContext(data.nenMong().application(), port);
    var ended = new CountDownLatch(1);
    ApplicationListener<ContextClosedEvent> end = _ -> ended.countDown();
    context.addApplicationListener(end);
    data.print(
        data.messages()
            .text("command.serving", "http://" + host(settings.address()) + ":" + port + "/"));
    data.tell("command.stop");
    return new Server(context, ended);
  }

  private static String host(String address) {
    return address.equals("127.0.0.1") || address.equals("0.0.0.0") ? "localhost" : address;
  }

  int await() throws InterruptedException {
    ended.await();
    return ExitCode.DONE;
  }
}
