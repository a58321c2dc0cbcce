package vn.nenmong.consolidation.health;

import java.util.List;
import vn.nenmong.kernel.web.Page;

/// Something that is red about a cell, with the numbers behind it.
///
/// @param word which of the reason's ways of being red
/// @param numbers what was found and the bound that it breaks, as the words name them
public record Concern(Reason reason, String word, List<Integer> numbers) {

  public Concern {
    numbers = List.copyOf(numbers);
  }

  static Concern of(Reason reason, Integer... numbers) {
    return new Concern(reason, reason.code(), List.of(numbers));
  }

  /// «4 trong 5 đảng viên chính thức cần có».
  public String words(Page page) {
    return page.t("health.why." + word, numbers.toArray());
  }
}
