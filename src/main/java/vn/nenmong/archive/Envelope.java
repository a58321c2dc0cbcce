package vn.nenmong.archive;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.kernel.Refused;

/// What an archive is wrapped in: a line that says what it is, a line with the key of the content,
/// sealed by a key from the passphrase (Argon2id, AES-GCM), and the content, sealed piece by piece
/// (AES-GCM streaming), so that a changed, cut or foreign file shows.
final class Envelope {

  private static final String FIRST_LINE = "NENMONG-ARCHIVE 1";
  private static final int LONGEST_LINE = 1000;
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int PIECE = 1 << 20;

  /// 64 MiB, three passes: about a third of a second.
  private static final int MEMORY_KIB = 64 << 10;

  private static final int PASSES = 3;

  /// What a file may ask of the machine that opens it.
  private static final int MOST_MEMORY_KIB = 128 << 10;

  private static final int MOST_PASSES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// @param key of the content, sealed, in Base64
  record Header(String salt, int memoryKib, int passes, String key) {

    /// @throws IllegalArgumentException where none of ours is like that
    Header {
      if (memoryKib < 8 || memoryKib > MOST_MEMORY_KIB || passes < 1 || passes > MOST_PASSES) {
        throw new IllegalArgumentException("costs too little or too much");
      }
      Objects.checkIndex(0, bytes(salt).length);
      Objects.checkIndex(0, bytes(key).length);
    }

    private static byte[] bytes(String base64) {
      return Base64.getDecoder().decode(base64);
    }
  }

  private Envelope() {}

  /// What is written to the stream is sealed into `out`, which is closed with it.
  static OutputStream seal(OutputStream out, String passphrase) throws IOException {
    return seal(out, passphrase, MEMORY_KIB, PASSES);
  }

  /// @param memoryKib what it costs to try a passphrase
  static OutputStream seal(OutputStream out, String passphrase, int memoryKib, int passes)
      throws IOException {
    byte[] salt = random(SALT_BYTES);
    byte[] key = random(KEY_BYTES);
    try {
      byte[] sealed =
          new AesGcmJce(derived(passphrase, salt, memoryKib, passes)).encrypt(key, salt);
      Header header = new Header(base64(salt), memoryKib, passes, base64(sealed));
      byte[] lines =
          (FIRST_LINE + "\n" + JSON.writeValueAsString(header) + "\n")
              .getBytes(StandardCharsets.UTF_8);
      out.write(lines);
      return content(key).newEncryptingStream(out, lines);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws Refused where the file is no archive or the passphrase is another
  static InputStream open(InputStream in, String passphrase) throws IOException {
    String first = line(in);
    if (!first.equals(FIRST_LINE)) {
      throw new Refused(first.startsWith("NENMONG-ARCHIVE ") ? "archive.newer" : "archive.foreign");
    }
    String second = line(in);
    Header header;
    try {
      header = JSON.readValue(second, Header.class);
    } catch (JacksonException e) {
      throw new Refused("archive.damaged", e);
    }
    byte[] lines = (first + "\n" + second + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] salt = Header.bytes(header.salt());
    byte[] key;
    try {
      key =
          new AesGcmJce(derived(passphrase, salt, header.memoryKib(), header.passes()))
              .decrypt(Header.bytes(header.key()), salt);
    } catch (GeneralSecurityException e) {
      throw new Refused("archive.passphrase", e);
    }
    try {
      return content(key).newDecryptingStream(in, lines);
    } catch (GeneralSecurityException e) {
      throw new Refused("archive.damaged", e);
    }
  }

  private static AesGcmHkdfStreaming content(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, PIECE, 0);
  }

  private static byte[] derived(String passphrase, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .build());
    byte[] key = new byte[KEY_BYTES];
    argon2.generateBytes(
        Normalizer.normalize(passphrase, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8),
        key);
    return key;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > LONGEST_LINE) {
        return "";
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static byte[] random(int bytes) {
    byte[] made = new byte[bytes];
    RANDOM.nextBytes(made);
    return made;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
