package vn.nenmong.archive;

import vn.nenmong.kernel.database.Database;
import vn.nenmong.kernel.database.Login;

/// The program's own database, for copying all of it.
record OwnersDatabase(String url, Login owner) implements Database {
  @Override
  public Login app() {
    return owner;
  }

  @Override
  public void close() {
    // Opened by the program, which closes it.
  }
}
