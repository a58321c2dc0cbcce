package vn.nenmong.command;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import vn.nenmong.access.Role;
import vn.nenmong.kernel.Refused;

/// A role as grants store it.
final class RoleByCode implements ITypeConverter<Role> {

  @Override
  public Role convert(String code) {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.MEMBER && role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refused("account.role.missing"));
  }
}
