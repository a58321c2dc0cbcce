package vn.nenmong.consolidation.plan;

/// What was typed of the decision on a plan.
public record TypedDecision(String number, String body, String decided) {

  static final TypedDecision NONE = new TypedDecision("", "", "");
}
