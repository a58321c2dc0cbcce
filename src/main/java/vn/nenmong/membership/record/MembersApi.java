package vn.nenmong.membership.record;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.kernel.web.Portion;
import vn.nenmong.organization.ByOrganization;

/// The members on a day, for other programs.
@RestController
@ByOrganization
class MembersApi {

  /// Dates are as they are known: `1956`, `2013-07` or `2013-07-26`.
  record Member(
      UUID id,
      String name,
      @Nullable String sex,
      @Nullable String born,
      @Nullable String ethnicity,
      UUID cell,
      String organization,
      String cellName,
      @Nullable String village,
      String standing,
      boolean exempt,
      String admitted,
      @Nullable String recognised,
      @Nullable String cardNumber,
      @Nullable String education,
      @Nullable String qualification,
      @Nullable String theory,
      @Nullable String occupation) {}

  /// @param next what to send as `after` for those that follow; null where these are the last
  record Answer(LocalDate on, List<Member> members, @Nullable UUID next) {}

  private final MembersApiRepository members;

  MembersApi(MembersApiRepository members) {
    this.members = members;
  }

  @GetMapping("/api/members")
  Answer members(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      @RequestParam(required = false) @Nullable String standing,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "100") int limit) {
    Portion<Member, UUID> portion =
        Portion.of(
            limit,
            most -> members.members(viewer.scope(), page.on(), standing, after, most),
            Member::id);
    return new Answer(page.on(), portion.rows(), portion.next());
  }
}
