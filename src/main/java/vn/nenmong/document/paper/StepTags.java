package vn.nenmong.document.paper;

import java.util.stream.Stream;
import vn.nenmong.document.template.Tag;
import vn.nenmong.document.template.Vocabulary;

/// Every tag that the template of a step's paper may use. Each has a text `document.tag.<name>`.
final class StepTags {

  static final Vocabulary ALL =
      new Vocabulary(
          Stream.of(
                  "cap_tren",
                  "cap_tren_noi_nhan",
                  "co_quan",
                  "co_quan_hoa",
                  "so_ky_hieu",
                  "dia_danh",
                  "ngay_thang",
                  "tham_quyen",
                  "tham_quyen_hoa",
                  "thay_mat",
                  "nguoi_ky",
                  "ten_dang_bo",
                  "ten_dang_uy",
                  "ten_chi_bo",
                  "ho_ten",
                  "gioi_tinh",
                  "ngay_sinh",
                  "dan_toc",
                  "noi_o",
                  "nghe_nghiep",
                  "tu_cach",
                  "ngay_vao_dang",
                  "ngay_chinh_thuc",
                  "so_the",
                  "ngay",
                  "so_tan_thanh",
                  "so_co_quyen",
                  "ty_le",
                  "thong_qua",
                  "hinh_thuc",
                  "ngay_nhan",
                  "den_ngay",
                  "noi_den",
                  "chi_bo_den",
                  "nguoi_thu_nhat",
                  "nguoi_thu_hai",
                  "ly_do",
                  "cho_phep",
                  "can_cu",
                  "nghi_quyet_chi_bo",
                  "nghi_quyet_dang_uy",
                  "quyet_dinh_ket_nap",
                  "ngay_le_ket_nap",
                  "ngay_het_du_bi")
              .map(Tag::text)
              .toList());

  private StepTags() {}
}
