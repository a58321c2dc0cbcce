package vn.nenmong.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nenmong.kernel.Refused;

/// Runs the server on data about people who are made up. The folder stays a demo for good.
@Command(name = "demo")
final class Demo implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PortOption port = new PortOption();

  @Override
  public Integer call() throws InterruptedException {
    try (Workplace workplace = data.open()) {
      becomeDemo(workplace);
      return Server.start(data, workplace, port).await();
    }
  }

  /// Only a folder without data turns into a demo.
  private static void becomeDemo(Workplace workplace) {
    if (workplace.folder().isDemo()) {
      return;
    }
    if (workplace.hasData()) {
      throw new Refused("command.demo.not-demo", workplace.folder().path());
    }
    workplace.folder().becomeDemo();
  }
}
