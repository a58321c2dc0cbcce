package vn.nenmong;

import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// The rules as the migrations put them there.
public final class TestRules {

  private TestRules() {}

  public static Rulebook of(TestDatabase database) {
    return new Rulebooks(database.jdbc()).common();
  }
}
