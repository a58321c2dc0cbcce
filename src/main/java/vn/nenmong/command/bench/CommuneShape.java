package vn.nenmong.command.bench;

import vn.nenmong.kernel.time.PartialDate;

/// What a made commune is like.
///
/// @param code of its root
/// @param place name of the commune without «xã»
/// @param district whose committee stands above it
/// @param villageWord `Thôn` or `Bản`: how its villages and their heads are called
/// @param cells cells open at the end of the year
/// @param subCommittees sub-committees between the commune and some of its cells
/// @param founded the root, and with its precision the cells
/// @param changes whether cells were founded, joined and given new secretaries within the year
/// @param emptyVillages villages where no member lives
/// @param reviewNames how the year words its grades
record CommuneShape(
    String code,
    String place,
    String district,
    String villageWord,
    int year,
    int members,
    int cells,
    int subCommittees,
    PartialDate founded,
    boolean changes,
    int emptyVillages,
    ReviewNames reviewNames) {

  /// @param memberPrefix before the grade of a member
  record ReviewNames(String memberPrefix, String bestCell) {}

  /// 47 cells, some under sub-committees, and 1,310 members, at the end of 2016.
  static CommuneShape lowland() {
    return new CommuneShape(
        "DONGHOA",
        "Đông Hòa",
        "Kiến An",
        "Thôn",
        2016,
        1310,
        47,
        3,
        PartialDate.parse("1947-02"),
        true,
        1,
        new ReviewNames("Đủ tư cách, ", "Trong sạch, vững mạnh"));
  }

  /// A commune of 2012, of whose foundings only the years are known.
  static CommuneShape of2012() {
    return new CommuneShape(
        "PHUXUAN",
        "Phú Xuân",
        "Yên Lập",
        "Bản",
        2012,
        236,
        14,
        0,
        PartialDate.year(1963),
        false,
        2,
        new ReviewNames("Đảng viên đủ tư cách, ", "Chi bộ trong sạch vững mạnh"));
  }

  /// One of the 45 of a province with 2,509 cells and 50,040 members; the first has 90
  /// organizations.
  static CommuneShape ofProvince(int number) {
    return new CommuneShape(
        "XA%02d".formatted(number),
        "Thứ " + number,
        "Đo Lường",
        "Bản",
        2016,
        1_112,
        number == 1 ? 89 : 55,
        0,
        PartialDate.parse("1950-03"),
        false,
        1,
        new ReviewNames("Đủ tư cách, ", "Trong sạch vững mạnh"));
  }

  /// One of four that become one of 47 organizations and 733 members.
  static CommuneShape toMerge(int number) {
    return new CommuneShape(
        "CU%02d".formatted(number),
        "Cũ " + number,
        "Đo Lường",
        "Bản",
        2016,
        number == 1 ? 184 : 183,
        number <= 2 ? 12 : 11,
        0,
        PartialDate.parse("1950-03"),
        false,
        1,
        new ReviewNames("Đủ tư cách, ", "Trong sạch vững mạnh"));
  }

  /// As many members as wanted, in sixteen cells, and thirty villages to be planned for.
  static CommuneShape sized(int members) {
    return new CommuneShape(
        "XA" + members,
        "Số " + members,
        "Đo Lường",
        "Thôn",
        2016,
        members,
        16,
        0,
        PartialDate.parse("1950-03"),
        false,
        30,
        new ReviewNames("Đủ tư cách, ", "Trong sạch vững mạnh"));
  }
}
