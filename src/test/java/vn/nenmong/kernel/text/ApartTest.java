package vn.nenmong.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApartTest {

  private record Unit(int id, String name, @Nullable String code) {}

  @Test
  void onlyThoseWhoHaveTheSameNameAreMarked() {
    assertThat(
            Apart.names(
                List.of(
                    new Unit(3, "Chi bộ Trường Mầm non", "NATONG/CB12"),
                    new Unit(2, "Chi bộ Pá Kín", "NATONG/CB01"),
                    new Unit(3, "Chi bộ Trường Mầm non", "NATONG/CB12"),
                    new Unit(1, "Chi bộ Trường Mầm non", "HEMUONG/CB15"),
                    new Unit(4, "Chi bộ Trường Mầm non", null)),
                Unit::id,
                Unit::name,
                Unit::code))
        .containsExactly(
            Map.entry(3, "Chi bộ Trường Mầm non (NATONG/CB12)"),
            Map.entry(2, "Chi bộ Pá Kín"),
            Map.entry(1, "Chi bộ Trường Mầm non (HEMUONG/CB15)"),
            Map.entry(4, "Chi bộ Trường Mầm non"));
    assertThat(
            Apart.names(
                List.of(new Unit(1, "Chi bộ Pá Kín", "A"), new Unit(1, "Chi bộ Pá Kín", "A")),
                Unit::id,
                Unit::name,
                Unit::code))
        .as("the same one twice")
        .containsValue("Chi bộ Pá Kín");
  }
}
