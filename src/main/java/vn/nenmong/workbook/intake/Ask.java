package vn.nenmong.workbook.intake;

import java.util.List;
import java.util.UUID;

/// Who a row means can't be told: one of these people, or someone new.
public record Ask(String sheet, int row, String name, List<Option> options) {

  public record Option(UUID person, String description) {}
}
