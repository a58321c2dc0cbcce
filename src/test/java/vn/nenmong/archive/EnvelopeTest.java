package vn.nenmong.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nenmong.BesideOthers;
import vn.nenmong.TestDatabase;
import vn.nenmong.kernel.Refused;

/// An archive of which a byte was changed, or the end cut, is never taken for a good one.
@BesideOthers(BesideOthers.Lane.PROGRAMS)
class EnvelopeTest {

  private static final String PASSPHRASE = "mười hai chữ trở lên";
  private static final int PIECE = 1 << 20;

  private final Path file = TestDatabase.newFolder().resolve("sao-luu.nenmong");

  /// The content of an archive of the whole demo, under a passphrase that costs little to try.
  private static byte[] archive() throws IOException {
    try (InputStream in =
        Envelope.open(
            Files.newInputStream(Path.of("src/test/resources/archives/V036.nenmong")),
            PASSPHRASE)) {
      return sealed(in.readAllBytes());
    }
  }

  private static byte[] sealed(byte[] content) throws IOException {
    var sealed = new ByteArrayOutputStream();
    try (OutputStream out = Envelope.seal(sealed, PASSPHRASE, 8, 1)) {
      out.write(content);
    }
    return sealed.toByteArray();
  }

  private static byte[] opened(byte[] archive) throws IOException {
    try (InputStream in = Envelope.open(new ByteArrayInputStream(archive), PASSPHRASE)) {
      return in.readAllBytes();
    }
  }

  private void assertRefused(byte[] archive, String what) throws IOException {
    Files.write(file, archive);
    assertThatThrownBy(() -> ReadBack.check(file, PASSPHRASE)).as(what).isInstanceOf(Refused.class);
  }

  @Test
  void eachHundredthByteChangedIsFound() throws IOException {
    byte[] archive = archive();
    Files.write(file, archive);
    ReadBack.check(file, PASSPHRASE);
    Random random = new Random(20161231);
    for (int at = 0; at < archive.length; at += 100) {
      byte[] changed = archive.clone();
      int place = Math.min(archive.length - 1, at + random.nextInt(100));
      changed[place] ^= (byte) (1 + random.nextInt(255));
      assertRefused(changed, "byte " + place);
    }
  }

  @Test
  void eachByteOfTheHeadChangedIsFound() throws IOException {
    byte[] archive = archive();
    int head = new String(archive, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("\n{");
    for (int at = 0; at < head + 300; at++) {
      byte[] changed = archive.clone();
      changed[at] ^= 1;
      assertRefused(changed, "byte " + at);
    }
  }

  @Test
  void eachCutIsFound() throws IOException {
    byte[] archive = archive();
    for (int length = 0; length < archive.length; length += 100) {
      assertRefused(Arrays.copyOf(archive, length), "cut at " + length);
    }
    assertRefused(Arrays.copyOf(archive, archive.length - 1), "last byte");
    assertRefused(Arrays.copyOf(archive, archive.length + 1), "one byte more");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE})
  void piecesHoldTogether(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(1).nextBytes(content);
    byte[] archive = sealed(content);
    assertThat(opened(archive)).isEqualTo(content);
    int head = archive.length - length;
    for (int piece = 1; piece * PIECE < archive.length; piece++) {
      int boundary = piece * PIECE;
      assertThatThrownBy(() -> opened(Arrays.copyOf(archive, boundary)))
          .as("cut between pieces, head " + head)
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aKeyThatCostsTooMuchToTryIsRefused() throws IOException {
    String text =
        "NENMONG-ARCHIVE 1\n{\"salt\":\"AAAA\",\"memoryKib\":999999999,\"passes\":3,\"key\":\"AAAA\"}\n";
    assertRefused(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), "memory");
  }
}
