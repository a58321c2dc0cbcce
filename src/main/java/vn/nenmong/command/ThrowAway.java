package vn.nenmong.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.util.FileSystemUtils;
import vn.nenmong.kernel.database.Database;

/// An empty database in a folder that is gone afterwards.
final class ThrowAway {

  private ThrowAway() {}

  static <T> T use(DataOption data, Function<Database, T> work) {
    try {
      Path folder = Files.createTempDirectory("nenmong-throw-away");
      try (Workplace workplace =
          Workplace.open(folder, data.nenMong().settings().withoutDatabase(), _ -> {})) {
        return work.apply(workplace.database());
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
