package vn.nenmong.consolidation.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import vn.nenmong.consolidation.reorganization.Plan;

/// A decision founds cells and does something else by it than was seen: nothing is written.
final class Unseen extends RuntimeException {

  private final transient List<Plan> foundings;

  /// @param foundings what each does, after those before it
  Unseen(List<Plan> foundings) {
    super("not seen as it is");
    this.foundings = List.copyOf(foundings);
  }

  List<Plan> foundings() {
    return foundings;
  }

  String digest() {
    return digest(foundings);
  }

  /// By which what was seen is known again.
  static String digest(List<Plan> foundings) {
    return DigestUtils.sha256Hex(
        foundings.stream().map(Plan::digest).collect(Collectors.joining()));
  }
}
