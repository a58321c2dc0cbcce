package vn.nenmong.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Runs the server until it is told to end.
@Command(name = "serve")
final class Serve implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PortOption port = new PortOption();

  @Override
  public Integer call() throws InterruptedException {
    int free = port.free(data.nenMong().settings());
    try (Workplace workplace = data.open()) {
      Server server = Server.start(data, workplace, free);
      server.tellAddress(data);
      server.tellFirstAccount(data);
      return server.await();
    }
  }
}
