package vn.nenmong.account.token;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Secret;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.time.Today;

/// Makes and revokes tokens for parts of the tree that someone has.
@Component
class ManageTokens {

  private static final int LONGEST_YEARS = 1;

  private final TokensRepository tokens;
  private final Audit audit;
  private final Today today;
  private final TimeOrderedIds ids;
  private final JsonMapper json = JsonMapper.builder().build();

  ManageTokens(TokensRepository tokens, Audit audit, Today today) {
    this.tokens = tokens;
    this.audit = audit;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// The longest that a token may be good for that is made today.
  LocalDate latest() {
    return today.realDate().plusYears(LONGEST_YEARS);
  }

  /// @return the secret, told this once
  /// @throws Refused where it reaches further than the maker, or is good for no day or too long
  @Transactional
  String make(Viewer viewer, NewToken token) {
    if (!viewer.scope().reaches(token.path())) {
      throw new Refused("account.token.beyond");
    }
    if (token.lastDay().isBefore(today.realDate()) || token.lastDay().isAfter(latest())) {
      throw new Refused("account.token.last.between", PartialDate.day(latest()).toVietnamese());
    }
    UUID id = ids.next();
    String secret = Secret.fresh();
    tokens.insert(id, viewer.account(), token, Secret.digest(secret), today.now());
    record(viewer, "add", id, token.name());
    return secret;
  }

  /// From now on it opens nothing.
  ///
  /// @throws Refused where there is none of theirs, or it was revoked before
  @Transactional
  void revoke(Viewer viewer, UUID id) {
    String name =
        tokens
            .revoke(viewer.scope(), id, viewer.account(), today.now())
            .orElseThrow(() -> new Refused("account.token.unknown"));
    record(viewer, "end", id, name);
  }

  private void record(Viewer viewer, String action, UUID id, String name) {
    audit.record(
        viewer,
        viewer.onlyCommune(),
        action,
        "token",
        id,
        json.createObjectNode().put("token", name).toString());
  }
}
