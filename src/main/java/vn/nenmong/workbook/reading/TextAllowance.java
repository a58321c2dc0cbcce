package vn.nenmong.workbook.reading;

import vn.nenmong.kernel.Refused;

/// How much text one file may bring into memory: a small file can unpack to more than there is.
final class TextAllowance {

  private static final int LONGEST_CELL = 32_767;
  private static final int BYTES_A_STRING = 48;
  private static final long BYTES_A_ROW = 2_000;

  private long left;

  TextAllowance(Limits limits) {
    left = Math.max(10_000, limits.rows()) * BYTES_A_ROW;
  }

  /// @throws Refused where a cell holds more than Excel lets it
  static void refuseLonger(int length) {
    if (length > LONGEST_CELL) {
      throw new Refused("workbook.refused.damaged");
    }
  }

  /// @throws Refused where it is used up
  void take(String text) {
    left -= BYTES_A_STRING + 2L * text.length();
    if (left < 0) {
      throw new Refused("workbook.refused.bomb");
    }
  }
}
