package vn.nenmong.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import vn.nenmong.kernel.Refused;

/// Reads an archive to its end, as it lies on the disk, and compares what is in it with its seal.
final class ReadBack {

  private ReadBack() {}

  /// @throws Refused where it is not as it was written
  static void check(Path file, String passphrase) {
    try (InputStream in = Files.newInputStream(file);
        InputStream open = Envelope.open(in, passphrase);
        ZipInputStream zip = new ZipInputStream(open, StandardCharsets.UTF_8)) {
      Contents contents =
          RestoreArchive.read(RestoreArchive.entry(zip, WriteArchive.CONTENTS), Contents.class);
      List<String> hashes = new ArrayList<>();
      for (Contents.Table table : contents.tables()) {
        hashes.add(
            DigestUtils.sha256Hex(RestoreArchive.entry(zip, WriteArchive.TABLES + table.name())));
      }
      Contents.Seal seal =
          RestoreArchive.read(RestoreArchive.entry(zip, WriteArchive.SEAL), Contents.Seal.class);
      if (!hashes.equals(seal.tables().stream().map(Contents.Written::sha256).toList())) {
        throw new Refused("archive.damaged");
      }
      RestoreArchive.toItsEnd(open);
    } catch (IOException e) {
      throw new Refused("archive.damaged");
    }
  }
}
