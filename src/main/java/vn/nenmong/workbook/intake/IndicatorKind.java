package vn.nenmong.workbook.intake;

import java.util.Locale;
import vn.nenmong.kernel.text.Vietnamese;

/// The indicators that figures are taken from, and the words by which one is proposed.
enum IndicatorKind {
  CATTLE {
    @Override
    boolean fits(String name, String unit) {
      return name.contains("trau") && !name.contains("ty le") && unit.startsWith("con");
    }
  },
  RICE_AREA {
    @Override
    boolean fits(String name, String unit) {
      return name.contains("lua")
          && name.contains("dien tich")
          && !isTwoCrops(name)
          && !name.contains("nuong")
          && isArea(unit);
    }
  },
  RICE_TWO_CROP_AREA {
    @Override
    boolean fits(String name, String unit) {
      return name.contains("lua") && isTwoCrops(name) && isArea(unit);
    }
  },
  BUDGET_REVENUE {
    @Override
    boolean fits(String name, String unit) {
      return name.contains("thu ngan sach")
          && (unit.contains("dong") || unit.startsWith("trd") || unit.startsWith("ty"));
    }
  };

  abstract boolean fits(String folded, String unit);

  /// By name and unit as a commune writes them.
  boolean isProposedFor(String name, String unit) {
    return fits(Vietnamese.fold(name), Vietnamese.fold(unit));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isTwoCrops(String name) {
    return name.contains("2 vu") || name.contains("hai vu");
  }

  private static boolean isArea(String unit) {
    return unit.equals("ha") || unit.startsWith("hec");
  }
}
