package vn.nenmong.trail;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.nenmong.kernel.Refused;

/// The last seal of a chain, to be kept where whoever can change the database can't: while it is
/// known, no tail can be removed and no chain made anew without its showing.
///
/// @param chain the commune; zeros for what concerns none
/// @param number of lines in the chain
/// @param hash in hexadecimal
/// @param commune its code, for people to read
public record Head(UUID chain, long number, String hash, String commune) {

  private static final String TITLE = "nen-mong trail heads 1";

  /// As a file of one line a chain.
  public static List<String> file(List<Head> heads) {
    return Stream.concat(Stream.of(TITLE), heads.stream().map(Head::line)).toList();
  }

  /// @throws Refused where it is no such file
  public static List<Head> of(List<String> file) {
    if (file.isEmpty() || !file.getFirst().strip().equals(TITLE)) {
      throw new Refused("trail.head.notAFile");
    }
    return file.stream().skip(1).filter(line -> !line.isBlank()).map(Head::parsed).toList();
  }

  private String line() {
    return String.join(" ", chain.toString(), Long.toString(number), hash, commune).strip();
  }

  private static Head parsed(String line) {
    List<String> parts = Arrays.asList(line.strip().split(" ", 4));
    try {
      if (!parts.get(2).matches("[0-9a-f]{64}")) {
        throw new Refused("trail.head.notAFile");
      }
      return new Head(
          UUID.fromString(parts.get(0)),
          Long.parseLong(parts.get(1)),
          parts.get(2),
          parts.size() > 3 ? parts.get(3) : "");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new Refused("trail.head.notAFile");
    }
  }
}
