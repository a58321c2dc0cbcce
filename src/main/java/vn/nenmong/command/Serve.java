package vn.nenmong.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nenmong.kernel.database.DataFolder;

/// Runs the server until it is told to end.
@Command(name = "serve")
final class Serve implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PortOption port = new PortOption();

  @Option(names = "--open", descriptionKey = "open")
  private boolean open;

  @Override
  public Integer call() throws InterruptedException {
    if (open && data.folder().isServed()) {
      goTo(data.folder());
      return ExitCode.DONE;
    }
    int free = port.free(data.nenMong().settings());
    try (Workplace workplace = data.open()) {
      Server server = Server.start(data, workplace, free);
      server.tellAddress(data);
      server.tellFirstAccount(data);
      if (open) {
        show(server.entrance(data));
      }
      return server.await();
    }
  }

  /// Shows the server that another process runs on the folder; one that is still starting shows
  /// itself.
  private void goTo(DataFolder folder) {
    Server.entrance(folder)
        .ifPresentOrElse(
            entrance -> {
              data.print(data.messages().text("command.serving", entrance));
              show(entrance);
            },
            () -> data.tell("command.serve.starting"));
  }

  private void show(String address) {
    if (!data.nenMong().settings().browser().open(address)) {
      data.tell("command.serve.noBrowser", address);
    }
  }
}
