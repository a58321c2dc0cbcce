package vn.nenmong.activity.minutes;

import java.util.Locale;

/// The items of a regular meeting, as the guidance on cell meetings lists them.
enum Template {
  OPENING(5, Matter.INFORMATION),
  NEWS(15, Matter.INFORMATION),
  LAST_MONTH(20, Matter.INFORMATION),
  NEXT_MONTH(20, Matter.INFORMATION),
  EXAMPLE(10, Matter.STUDY),
  DUES(5, Matter.DUES),
  RESOLUTION(10, Matter.RESOLUTION),
  MINUTES(5, Matter.INFORMATION);

  private final int minutes;
  private final Matter matter;

  Template(int minutes, Matter matter) {
    this.minutes = minutes;
    this.matter = matter;
  }

  int minutes() {
    return minutes;
  }

  Matter matter() {
    return matter;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
