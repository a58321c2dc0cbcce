package vn.nenmong.workbook.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of a commune's indicators a figure is taken from.
///
/// @param kind the kind, such as `cattle`
/// @param code the indicator proposed or bound, or null for none
/// @param settled whether it was bound before this file
/// @param choices the indicators of the file
public record Binding(String kind, @Nullable String code, boolean settled, List<Choice> choices) {

  public record Choice(String code, String name, String unit) {}
}
