package vn.nenmong.membership;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;

/// Whether what is recorded of members fits together, as far as no constraint can say it. Names the
/// people by their ids only.
@Component
class MembersCheckup implements Checkup {

  private final MembersCheckupRepository members;

  MembersCheckup(MembersCheckupRepository members) {
    this.members = members;
  }

  @Override
  public String name() {
    return "members";
  }

  @Override
  public List<Finding> findings() {
    return Stream.of(
            members.withoutState().stream()
                .map(id -> Finding.of("membership.checkup.withoutState", id)),
            members.officialUnrecognised().stream()
                .map(id -> Finding.of("membership.checkup.officialUnrecognised", id)),
            members.inOtherCommune().stream()
                .map(id -> Finding.of("membership.checkup.inOtherCommune", id)))
        .flatMap(findings -> findings)
        .toList();
  }
}
