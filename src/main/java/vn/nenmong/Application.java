package vn.nenmong;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.nenmong.command.Commands;

/// Nền Móng.
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
public class Application {
  public static void main(String[] args) {
    System.exit(Commands.run(Application.class, args));
  }
}
