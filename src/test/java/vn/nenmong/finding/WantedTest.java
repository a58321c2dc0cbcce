package vn.nenmong.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

  @ParameterizedTest
  @CsvSource({
    "1956, 1956%",
    "7/2013, 2013-07%",
    "07-2013, 2013-07%",
    "26/7/2013, 2013-07-26%",
    "26.07.2013, 2013-07-26%",
  })
  void aDateIsReadAsItIsWrittenHere(String typed, String like) {
    assertThat(Wanted.of(typed).dates()).isEqualTo(like);
  }

  @ParameterizedTest
  @CsvSource({"31/02/2016", "13/2013", "83-NQ/ĐU", "Lò Văn Ó", "0123"})
  void whatIsNoDateLooksForNone(String typed) {
    assertThat(Wanted.of(typed).dates()).isNull();
  }

  @Test
  void lettersThatMeanSomethingToADatabaseAreLetters() {
    assertThat(Wanted.of("100%_\\").folded()).isEqualTo("%100\\%\\_\\\\%");
  }
}
