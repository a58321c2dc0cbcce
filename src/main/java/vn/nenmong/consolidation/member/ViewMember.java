package vn.nenmong.consolidation.member;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;

/// Opens a member's file and leaves the line that says who did.
@Component
class ViewMember {

  private final MemberFileRepository files;
  private final Audit audit;

  ViewMember(MemberFileRepository files, Audit audit) {
    this.files = files;
    this.audit = audit;
  }

  @Transactional
  Optional<MemberFile> run(Viewer viewer, UUID id, LocalDate day) {
    Optional<MemberFile> file = files.find(viewer.scope(), id, day);
    file.ifPresent(found -> audit.look(viewer, found.facts().communeId(), "member", id));
    return file;
  }
}
