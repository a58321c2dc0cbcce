package vn.nenmong.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTest {

  private static final List<UUID> ALL =
      IntStream.range(0, 5).mapToObj(i -> new UUID(0, i)).toList();

  @Test
  void the_first_page_has_nothing_before_it() {
    assertThat(Slice.of(ALL.subList(0, 3), Place.START, 2, Function.identity()))
        .isEqualTo(new Slice<>(ALL.subList(0, 2), null, ALL.get(1)));
  }

  @Test
  void the_last_page_has_nothing_after_it() {
    assertThat(Slice.of(ALL.subList(3, 5), new Place(ALL.get(2), null), 2, Function.identity()))
        .isEqualTo(new Slice<>(ALL.subList(3, 5), ALL.get(3), null));
  }

  @Test
  void going_back_gives_the_rows_in_their_order() {
    assertThat(
            Slice.of(
                ALL.subList(0, 3).reversed(), new Place(null, ALL.get(3)), 2, Function.identity()))
        .isEqualTo(new Slice<>(ALL.subList(1, 3), ALL.get(1), ALL.get(2)));
  }

  @Test
  void going_back_to_the_start_has_nothing_before_it() {
    assertThat(
            Slice.of(
                ALL.subList(0, 2).reversed(), new Place(null, ALL.get(2)), 2, Function.identity()))
        .isEqualTo(new Slice<>(ALL.subList(0, 2), null, ALL.get(1)));
  }
}
