package vn.nenmong.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Devices;
import vn.nenmong.access.Role;
import vn.nenmong.access.SecondFactor;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.organization.Organizations;

/// What an administrator of accounts does, within their part of the tree.
@Component
public class ManageAccounts {

  private static final Duration CODE_IS_GOOD_FOR = Duration.ofDays(2);
  static final String NAME = "[a-z0-9][a-z0-9._-]{2,39}";

  private static final int DIGITS = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// An account with the code by which its password is chosen; the code is told this once.
  record Invited(UUID account, String code) {}

  private final AccountsRepository accounts;
  private final Organizations organizations;
  private final PasswordEncoder passwords;
  private final SecondFactor secondFactor;
  private final Devices devices;
  private final Audit audit;
  private final Today today;
  private final TimeOrderedIds ids;
  private final JsonMapper json = JsonMapper.builder().build();

  ManageAccounts(
      AccountsRepository accounts,
      Organizations organizations,
      PasswordEncoder passwords,
      SecondFactor secondFactor,
      Devices devices,
      Audit audit,
      Today today) {
    this.secondFactor = secondFactor;
    this.devices = devices;
    this.organizations = organizations;
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// Makes an account with its first grants.
  ///
  /// @throws Refused where the name is taken or a grant reaches beyond the administrator's part
  @Transactional
  Invited invite(Viewer viewer, String username, String displayName, List<NewGrant> grants) {
    UUID id = ids.next();
    if (!accounts.insert(id, username, displayName, passwords.encode(code()), today.now())) {
      throw new Refused("account.taken");
    }
    grants.forEach(grant -> add(viewer, id, grant));
    return new Invited(id, open(viewer, id, "invite", false));
  }

  /// The same from the command line.
  ///
  /// @param part full code of an organization, or null for everything
  /// @return the code by which the password is chosen
  /// @throws Refused where the name is taken or can't be one, or there is no such organization
  @Transactional
  public String invite(
      Viewer viewer, String username, String displayName, List<Role> roles, @Nullable String part) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (!name.matches(NAME)) {
      throw new Refused("account.name.form");
    }
    String path =
        part == null
            ? ""
            : organizations
                .find(viewer.scope(), part, today.date())
                .orElseThrow(() -> new Refused("account.grant.beyond"))
                .path();
    LocalDate since = today.realDate();
    return invite(
            viewer,
            name,
            displayName,
            roles.stream().map(role -> new NewGrant(role, path, since, null)).toList())
        .code();
  }

  /// An account by which someone sees their own record, and nothing else.
  ///
  /// @param person whose record
  /// @param path of the commune that holds it
  /// @return the code by which the password is chosen
  /// @throws Refused where the name is taken or can't be one
  @Transactional
  public String inviteMember(
      Viewer viewer, String typedName, String displayName, UUID person, String path) {
    String username = typedName.strip().toLowerCase(Locale.ROOT);
    if (!username.matches(NAME)) {
      throw new Refused("account.name.form");
    }
    UUID id = ids.next();
    if (!accounts.insert(id, username, displayName, passwords.encode(code()), today.now())) {
      throw new Refused("account.taken");
    }
    accounts.grantOwnRecord(id, person, path, today.realDate());
    record(viewer, id, "grant", Role.MEMBER.code());
    return open(viewer, id, "invite", false);
  }

  /// @throws Refused where it reaches beyond the administrator's part, or is for themselves: nobody
  ///   gives themselves a view of people's data
  @Transactional
  void grant(Viewer viewer, UUID account, NewGrant grant) {
    if (accounts.isNamed(account, viewer.account())) {
      throw new Refused("account.grant.own");
    }
    add(viewer, account, grant);
  }

  /// From this day on it is no more, at once.
  @Transactional
  void end(Viewer viewer, UUID account, UUID grant) {
    if (!accounts.end(viewer.scope(), account, grant, today.realDate())) {
      throw new Refused("account.grant.unknown");
    }
    record(viewer, account, "end_grant", grant.toString());
  }

  /// A new code; sessions end, and the old password, second factor and phone no longer open.
  ///
  /// @throws Refused where the account is someone's elsewhere too, whose work it would open
  @Transactional
  String reset(Viewer viewer, UUID account) {
    mustBeWithin(viewer, account);
    String username = accounts.nameOf(account);
    accounts.setPassword(account, passwords.encode(code() + code()));
    accounts.endSessions(account);
    secondFactor.forget(username);
    devices.end(username);
    return open(viewer, account, "reset", false);
  }

  /// A code that lets one phone in, for work that is done on phones.
  ///
  /// @throws Refused where the account has no such work, or is someone's elsewhere too
  @Transactional
  String inviteDevice(Viewer viewer, UUID account) {
    mustBeWithin(viewer, account);
    if (!accounts.hasPhoneRole(account, today.realDate())) {
      throw new Refused("account.device.noRole");
    }
    return open(viewer, account, "invite_device", true);
  }

  /// The phone opens no more, at once.
  @Transactional
  void endDevice(Viewer viewer, UUID account) {
    devices.end(accounts.nameOf(account));
    accounts.endSessions(account);
    record(viewer, account, "end_device", null);
  }

  /// Closes what someone saw their own record by, for good. Where the account has other work that
  /// goes on, only that of their own record ends. Its user name stays taken: the trail tells of it.
  ///
  /// @param nobody what stands in the place of the name from now on
  @Transactional
  public void close(UUID person, String nobody) {
    for (UUID account : accounts.alone(person, today.realDate())) {
      String username = accounts.nameOf(account);
      accounts.setPassword(account, passwords.encode(code() + code()));
      accounts.endSessions(account);
      secondFactor.forget(username);
      devices.end(username);
      accounts.close(account, nobody);
    }
    accounts.endOwnRecord(person);
  }

  private void mustBeWithin(Viewer viewer, UUID account) {
    if (accounts.reachesBeyond(viewer.scope(), account, today.realDate())) {
      throw new Refused("account.reset.beyond");
    }
  }

  @Transactional
  int endSessions(Viewer viewer, UUID account) {
    int ended = accounts.endSessions(account);
    record(viewer, account, "end_session", null);
    return ended;
  }

  @Transactional
  void endSession(Viewer viewer, UUID account, String session) {
    if (!accounts.endSession(account, session)) {
      throw new Refused("account.session.unknown");
    }
    record(viewer, account, "end_session", null);
  }

  private String open(Viewer viewer, UUID account, String action, boolean forDevice) {
    String code = code();
    accounts.invite(
        account,
        passwords.encode(code),
        today.now().plus(CODE_IS_GOOD_FOR),
        viewer.account(),
        forDevice);
    record(viewer, account, action, null);
    return code;
  }

  private void add(Viewer viewer, UUID account, NewGrant grant) {
    if (!viewer.scope().reaches(grant.path())) {
      throw new Refused("account.grant.beyond");
    }
    LocalDate last = grant.last();
    if (last != null && last.isBefore(grant.since())) {
      throw new Refused("account.grant.days");
    }
    accounts.grant(account, grant);
    record(viewer, account, "grant", grant.role().code());
  }

  private void record(Viewer viewer, UUID account, String action, @Nullable String what) {
    audit.record(
        viewer,
        viewer.onlyCommune(),
        action,
        "account",
        account,
        what == null ? null : json.createObjectNode().put("what", what).toString());
  }

  private static String code() {
    return String.format(Locale.ROOT, "%0" + DIGITS + "d", RANDOM.nextInt(100_000_000));
  }

  /// The grants of whoever sets up a new data folder: everything, until others are invited.
  static List<NewGrant> ofTheFirst(LocalDate since) {
    return List.of(
        new NewGrant(Role.ADMINISTRATOR, "", since, null),
        new NewGrant(Role.CLERK, "", since, null));
  }
}
