package vn.nenmong.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nenmong.kernel.Refused;

/// The option `--port`.
final class PortOption {

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
  private @Nullable Integer port;

  /// @throws Refused when another program listens on it: said before the data folder is touched
  int free(Settings settings) {
    int wanted = port == null ? settings.port() : port;
    if (wanted < 0 || wanted > 65_535) {
      throw new Refused("setting.wrong", "--port, NENMONG_PORT", String.valueOf(wanted));
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.address(), wanted));
      return wanted;
    } catch (IOException e) {
      throw new Refused("port.in-use", String.valueOf(wanted));
    }
  }
}
