package vn.nenmong.workbook.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import vn.nenmong.kernel.text.Vietnamese;

/// What makes two lists alike: the words of their headings.
final class Shape {

  private Shape() {}

  static String of(List<String> headings) {
    String words = headings.stream().map(Vietnamese::fold).collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
