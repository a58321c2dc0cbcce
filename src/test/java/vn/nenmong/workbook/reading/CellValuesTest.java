package vn.nenmong.workbook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nenmong.kernel.time.PartialDate;

class CellValuesTest {

  @ParameterizedTest
  @CsvSource({
    "05/03/1986, 1986-03-05",
    "5/3/1986, 1986-03-05",
    "05-03-1986, 1986-03-05",
    "5.3.1986, 1986-03-05",
    "05/03/1986 00:00:00, 1986-03-05",
    "1986-03-05, 1986-03-05",
    "ngày 5 tháng 3 năm 1986, 1986-03-05",
    "07/2013, 2013-07",
    "7-2013, 2013-07",
    "tháng 7/2013, 2013-07",
    "1956, 1956",
    "năm 1956, 1956"
  })
  void readsADateWithThePrecisionThatWasGiven(String written, String expected) {
    assertThat(CellValues.date(Cell.text(written)))
        .hasValueSatisfying(date -> assertThat(date.toIso()).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02/2016",
        "29/02/2015",
        "13/2016",
        "5/7/79",
        "0",
        "abc",
        "12/13/2016",
        "05/03/0986"
      })
  void knowsWhatIsNoDate(String written) {
    assertThat(CellValues.date(Cell.text(written))).isEmpty();
  }

  @Test
  void takesANumberForAYearOrForADayPastedAsExcelCounts() {
    assertThat(CellValues.date(Cell.number("1956", 1956)).orElseThrow().toIso()).isEqualTo("1956");
    assertThat(CellValues.date(Cell.number("42081", 42081)).orElseThrow().toIso())
        .isEqualTo("2015-03-18");
    assertThat(CellValues.date(Cell.number("7", 7))).isEmpty();
    assertThat(
            CellValues.date(Cell.date("18/03/2015", 42081, PartialDate.parse("2015-03-18")))
                .orElseThrow()
                .toIso())
        .isEqualTo("2015-03-18");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "64 hộ|64",
        "2.080|2080",
        "2,080 con|2080",
        "1.988,61|1988.61",
        "1,988.61|1988.61",
        "182,5|182.5",
        "182.5 triệu đồng|182.5",
        "66 %|66",
        "70,8%|70.8",
        "0,125|0.125",
        "1.234.567|1234567",
        "12 345|12345",
        "-3|-3"
      })
  void readsANumberWithEitherMarkAndAUnitBehind(String written, BigDecimal expected) {
    assertThat(CellValues.decimal(Cell.text(written)))
        .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hộ", "12.34.5", "1,2,3", "5.", "x"})
  void knowsWhatIsNoNumber(String written) {
    assertThat(CellValues.decimal(Cell.text(written))).isEmpty();
  }

  @Test
  void takesNoPartOfAPersonForAWholeNumber() {
    assertThat(CellValues.integer(Cell.text("12,5"))).isEmpty();
    assertThat(CellValues.integer(Cell.number("12", 12))).contains(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "X", "✓", "có", "Có", "CÓ", "co\u0301"})
  void readsYes(String written) {
    assertThat(CellValues.yes(Cell.text(written))).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"không", "Không", "0", "-"})
  void readsNo(String written) {
    assertThat(CellValues.yes(Cell.text(written))).contains(false);
  }

  @Test
  void takesNothingElseForAnAnswer() {
    assertThat(CellValues.yes(Cell.text("chưa rõ"))).isEmpty();
  }
}
