package vn.nenmong.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nenmong.kernel.Refused;

/// Where the passphrase of an archive comes from: a file, the setting `NENMONG_PASSPHRASE`, or
/// whoever sits at the command line.
final class PassphraseOption {

  private static final int LEAST_LETTERS = 12;

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
  private @Nullable Path file;

  /// @throws Refused where there is none, or it is too short to keep anything closed
  String read(DataOption data) {
    String passphrase = given(data).strip();
    if (passphrase.length() < LEAST_LETTERS) {
      throw new Refused("archive.passphrase.short");
    }
    return passphrase;
  }

  private String given(DataOption data) {
    if (file != null) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new Refused("setting.wrong", "--passphrase-file", file);
      }
    }
    String set = data.nenMong().settings().environment().getOrDefault("NENMONG_PASSPHRASE", "");
    if (!set.isBlank()) {
      return set;
    }
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console ->
            console.readPassword("%s ", data.messages().text("command.archive.passphrase")))
        .map(String::new)
        .orElse("");
  }
}
