package vn.nenmong.kernel.database;

/// A role of the database and its password, which is not printed.
public record Login(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
