package vn.nenmong.workbook.reading;

import java.util.Optional;

/// What the words of columns with fixed values mean, as the database names it. All take folded
/// text; words that mean nothing known are empty.
final class Choices {

  private Choices() {}

  static Optional<String> sex(String text) {
    return switch (text) {
      case "nam" -> Optional.of("male");
      case "nu" -> Optional.of("female");
      default -> Optional.empty();
    };
  }

  static Optional<String> organizationKind(String text) {
    if (text.startsWith("chi bo co so")) {
      return Optional.of("grassroots_cell");
    }
    if (text.startsWith("chi bo")) {
      return Optional.of("cell");
    }
    if (text.contains("bo phan")) {
      return Optional.of("sub_committee");
    }
    if (text.contains("huyen")) {
      return Optional.of("district");
    }
    if (text.contains("tinh")) {
      return Optional.of("province");
    }
    return text.startsWith("dang bo") || text.startsWith("dang uy")
        ? Optional.of("grassroots_committee")
        : Optional.empty();
  }

  static Optional<String> meetingForm(String text) {
    if (text.contains("ghep")) {
      return Optional.of("joint");
    }
    return text.contains("rieng") ? Optional.of("own") : Optional.empty();
  }

  static Optional<String> meetingKind(String text) {
    if (text.contains("thuong ky")) {
      return Optional.of("regular");
    }
    return text.contains("chuyen de") ? Optional.of("thematic") : Optional.empty();
  }

  static Optional<String> modelStage(String text) {
    if (text.contains("diem")) {
      return Optional.of("pilot");
    }
    return text.contains("nhan rong") ? Optional.of("replicated") : Optional.empty();
  }

  /// Grades of an organization, of the scheme until 2017 and of the one since 2018.
  static Optional<String> organizationGrade(String text) {
    if (text.contains("trong sach")) {
      return Optional.of("clean_and_strong");
    }
    if (text.contains("xuat sac")) {
      return Optional.of("excellent");
    }
    if (text.contains("yeu kem") || text.contains("khong hoan thanh")) {
      return Optional.of("weak");
    }
    return completion(text);
  }

  /// Grades of a member, of either scheme.
  static Optional<String> memberGrade(String text) {
    if (text.contains("xuat sac")) {
      return Optional.of("excellent");
    }
    if (text.contains("vi pham") || text.contains("khong hoan thanh")) {
      return Optional.of("failed");
    }
    return text.contains("han che") ? Optional.of("completed") : completion(text);
  }

  private static Optional<String> completion(String text) {
    if (text.contains("hoan thanh tot") || text.equals("tot")) {
      return Optional.of("good");
    }
    return text.contains("hoan thanh") ? Optional.of("completed") : Optional.empty();
  }

  static Optional<String> candidateStatus(String text) {
    if (text.contains("ket nap")) {
      return Optional.of("admitted");
    }
    if (text.contains("ho so")) {
      return Optional.of("dossier_complete");
    }
    if (text.contains("lop")) {
      return Optional.of("class_taken");
    }
    return text.contains("nguon") ? Optional.of("listed") : Optional.empty();
  }

  /// The role that a title of office means; most titles mean none that rules know.
  static String officeRole(String text) {
    if (text.contains("doan") || text.contains("hoi ")) {
      return "other";
    }
    if (text.startsWith("pho bi thu thuong truc")) {
      return "standing_deputy_secretary";
    }
    if (text.startsWith("pho bi thu")) {
      return "deputy_secretary";
    }
    if (text.startsWith("bi thu")) {
      return "secretary";
    }
    if (text.contains("ban thuong vu")) {
      return "standing_board_member";
    }
    boolean committee =
        text.contains("chap hanh") || text.contains("dang uy vien") || text.contains("chi uy vien");
    return committee ? "committee_member" : "other";
  }

  static String villageRole(String text) {
    if (text.startsWith("truong ban cong tac mat tran") || text.contains("mat tran")) {
      return "front_head";
    }
    if (text.startsWith("truong ") || text.startsWith("to truong")) {
      return "village_head";
    }
    return text.contains("uy tin") ? "reputable_person" : "other";
  }
}
