package vn.nenmong.kernel.register;

import java.util.UUID;

/// A row of a register. Its id is unique in the list and column `id` of its statement.
public interface RegisterRow {

  UUID id();
}
