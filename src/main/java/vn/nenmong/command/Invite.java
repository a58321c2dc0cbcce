package vn.nenmong.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nenmong.access.Role;
import vn.nenmong.access.Viewer;
import vn.nenmong.account.ManageAccounts;

/// Makes an account and prints the code by which its password is chosen: the first account of a
/// data folder, or one for whoever has locked themselves out.
@Command(name = "invite")
final class Invite implements Callable<Integer> {

  @Mixin private final DataOption data = new DataOption();

  @Parameters(paramLabel = "USERNAME", descriptionKey = "username")
  private String username = "";

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "name")
  private @Nullable String name;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      split = ",",
      defaultValue = "administrator,clerk",
      descriptionKey = "role",
      converter = RoleByCode.class)
  private List<Role> roles = List.of();

  @Option(names = "--part", paramLabel = "CODE", descriptionKey = "part")
  private @Nullable String part;

  @Override
  public Integer call() {
    return data.use(this::invite);
  }

  private int invite(ApplicationContext context) {
    String code =
        context
            .getBean(ManageAccounts.class)
            .invite(Viewer.COMMAND_LINE, username, name == null ? username : name, roles, part);
    data.print(data.messages().text("command.invite.code", username, code));
    return ExitCode.DONE;
  }
}
