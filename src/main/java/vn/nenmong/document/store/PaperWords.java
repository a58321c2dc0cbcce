package vn.nenmong.document.store;

import java.time.LocalDate;
import java.util.function.BiFunction;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.PartialDate;

/// How papers write names and days. A paper is Vietnamese whatever the reader's language.
public final class PaperWords {

  private PaperWords() {}

  /// «Đảng bộ xã Na Tông» acts by its committee, «Đảng ủy xã Na Tông».
  public static String committee(String organization) {
    return organization.replaceFirst("^Đảng bộ ", "Đảng ủy ");
  }

  /// «Đảng bộ xã Na Tông» signs at «Na Tông».
  public static String place(String organization) {
    return organization.replaceFirst("^Đảng bộ ", "").replaceFirst("^(xã|phường|thị trấn) ", "");
  }

  /// «HUYỆN ỦY ĐIỆN BIÊN» inside a sentence is «Huyện ủy Điện Biên».
  public static String sentenceCase(String capitals) {
    return Vietnamese.nameCase(capitals).replace(" Ủy ", " ủy ").replace(" Uỷ ", " uỷ ");
  }

  /// Days below ten and the months of January and February take a zero.
  ///
  /// @param words gives a message in Vietnamese
  public static String date(BiFunction<String, Object[], String> words, LocalDate day) {
    String month = (day.getMonthValue() < 3 ? "0" : "") + day.getMonthValue();
    return words.apply(
        "document.paper.date",
        new Object[] {
          "%02d".formatted(day.getDayOfMonth()), month, Integer.toString(day.getYear())
        });
  }

  /// «ngày 03/02/1930», «tháng 2/1930», «năm 1930»: as exact as it is known.
  ///
  /// @param words gives a message in Vietnamese
  public static String since(BiFunction<String, Object[], String> words, PartialDate date) {
    String written = date.toVietnamese();
    return switch (date.precision()) {
      case YEAR -> words.apply("document.paper.inYear", new Object[] {written});
      case MONTH ->
          words.apply("document.paper.inMonth", new Object[] {written.replaceFirst("^0", "")});
      case DAY -> words.apply("document.paper.onDay", new Object[] {written});
    };
  }
}
