package vn.nenmong.membership.record;

import java.util.List;
import vn.nenmong.kernel.web.Slice;

/// What the page of members shows: a page of them, how many there are, and what to narrow to.
///
/// @param count how many; more than `most` means only that there are more
public record MemberList(
    List<Village> villages, List<String> ethnicities, Slice<MemberRow> rows, int count, int most) {

  static final MemberList NOTHING =
      new MemberList(List.of(), List.of(), new Slice<>(List.of(), null, null), 0, 0);

  public boolean isMore() {
    return count > most;
  }
}
