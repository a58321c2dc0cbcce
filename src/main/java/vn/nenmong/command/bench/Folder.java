package vn.nenmong.command.bench;

import java.nio.file.Path;
import org.springframework.context.ApplicationContext;

/// A throw-away data folder, open in this process.
///
/// @param context of Spring without the web, on the folder's database
/// @param closing gives up both
public record Folder(Path path, ApplicationContext context, Runnable closing)
    implements AutoCloseable {

  /// How a folder is opened; it is made where it is not there.
  @FunctionalInterface
  public interface Opening {
    Folder open(Path path);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    closing.run();
  }
}
