package vn.nenmong.consolidation.plan;

/// What a cell is called that a signed decision founds.
public record NewCell(String code, String name) {

  boolean isComplete() {
    return !code.isEmpty() && !name.isEmpty();
  }
}
