package vn.nenmong.command;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.NewAccount;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;

/// Runs the server on data about people who are made up. The folder stays a demo for good.
@Command(name = "demo")
final class Demo implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();
  @Mixin private final PortOption port = new PortOption();

  @Option(names = "--merger")
  private boolean merger;

  @Override
  public Integer call() throws InterruptedException {
    int free = port.free(data.nenMong().settings());
    try (Workplace workplace = data.open()) {
      becomeDemo(workplace, merger ? "merger" : "");
      Server server = Server.start(data, workplace, free);
      DataOption.aroundEverything(() -> accounts(server.context())).forEach(this::tell);
      server.tellAddress(data);
      return server.await();
    }
  }

  /// One a role; the cell secretary's is for the first cell.
  private static List<NewAccount> accounts(ApplicationContext context) {
    LocalDate day = context.getBean(Today.class).date();
    Organizations organizations = context.getBean(Organizations.class);
    OrganizationRef commune = organizations.tops(Scope.ALL, day).getFirst();
    String cell =
        organizations.subtree(Scope.ALL, commune, day).stream()
            .filter(OrganizationRef::isCell)
            .findFirst()
            .orElse(commune)
            .path();
    return context.getBean(DemoAccounts.class).make(commune.path(), cell);
  }

  private void tell(NewAccount account) {
    data.print(
        data.messages()
            .text(
                "command.demo.account",
                account.username(),
                DemoAccounts.PASSWORD,
                account.displayName()));
  }

  /// Only a folder without data turns into a demo.
  private static void becomeDemo(Workplace workplace, String scenario) {
    if (workplace.folder().isDemo()) {
      if (!scenario.isEmpty() && !workplace.folder().scenario().equals(scenario)) {
        throw new Refused("command.demo.other-scenario", workplace.folder().path());
      }
      return;
    }
    if (workplace.hasData()) {
      throw new Refused("command.demo.not-demo", workplace.folder().path());
    }
    workplace.folder().becomeDemo(scenario);
  }
}
