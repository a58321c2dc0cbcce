package vn.nenmong.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// The web browser of whoever starts the server.
///
/// @param program opens an address that it is given; empty for the system's own
record Browser(String program) {

  /// @return whether there was a program to do it
  boolean open(String address) {
    try {
      new ProcessBuilder(command(address))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> command(String address) {
    if (!program.isEmpty()) {
      return List.of(program, address);
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
