package vn.nenmong.figures.kept;

import java.util.List;

/// The registers that a year's figures are counted from.
public final class Registers {

  /// As `register_year` names them, in the order of the workbook.
  public static final List<String> ALL =
      List.of(
          "organizations",
          "villages",
          "members",
          "member_poverty",
          "candidates",
          "offices",
          "charges",
          "resolutions",
          "indicators",
          "courses",
          "village_posts",
          "planning",
          "studies",
          "models",
          "mass_organizations",
          "meetings",
          "organization_reviews",
          "member_reviews");

  private Registers() {}
}
