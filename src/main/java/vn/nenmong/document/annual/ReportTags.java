package vn.nenmong.document.annual;

import java.util.List;
import java.util.stream.Stream;
import vn.nenmong.document.template.Tag;
import vn.nenmong.document.template.Vocabulary;

/// Every tag that a template of the annual report may use. Each has a text `document.tag.<name>`, a
/// column `document.tag.<list>.<column>`.
final class ReportTags {

  /// By which units the report tells, where that is to be said.
  static final String UNITS = "theo_don_vi";

  private static final List<String> TEXTS =
      List.of(
          "cap_tren",
          "cap_tren_noi_nhan",
          "ten_dang_bo",
          "ten_dang_uy",
          "ten_dang_uy_hoa",
          "dia_danh",
          "ngay_thang",
          "nam",
          "nam_truoc",
          "nam_sau",
          "ngay_so_lieu",
          UNITS,
          "ho_ten_bi_thu",
          "ngay_thanh_lap",
          "so_chi_bo",
          "so_dang_vien",
          "so_chinh_thuc",
          "so_du_bi",
          "dang_vien_ho_ngheo",
          "so_ban",
          "so_ban_van_hoa",
          "so_ban_trang",
          "so_ban_ghep",
          "ds_ban_ghep",
          "so_dot_hoc_tap",
          "ty_le_hoc_tap",
          "ket_nap",
          "cong_nhan",
          "ho_so_hoan_tat",
          "so_ky_hop",
          "so_ky_phai_hop",
          "so_ky_thieu",
          "ds_ky_thieu",
          "ty_le_sinh_hoat",
          "so_nghi_quyet_chuyen_de",
          "so_chi_bo_phu_trach",
          "so_chi_bo_chua_phu_trach",
          "bi_thu_boi_duong",
          "truong_ban_boi_duong",
          "so_quy_hoach",
          "dan_trau_bo",
          "dien_tich_lua",
          "dien_tich_lua_hai_vu",
          "thu_ngan_sach",
          "ty_le_ngheo",
          "so_chi_tieu_khong_dat",
          "ds_chi_tieu_khong_dat",
          "mo_hinh_lam_diem",
          "mo_hinh_nhan_rong",
          "thu_nhap_cao_nhat",
          "chi_bo_muc_cao_nhat",
          "ten_muc_cao_nhat",
          "chi_bo_tot_tro_len",
          "dang_vien_xep_loai",
          "ty_le_tot_tro_len",
          "dang_vien_xuat_sac",
          "ty_le_xuat_sac");

  private static final List<Tag> LISTS =
      List.of(
          Tag.list("hoc_tap", "ngay", "van_ban", "du", "phai_du"),
          Tag.list("nghi_quyet", "so_ky_hieu", "ngay", "trich_yeu"),
          Tag.list("lop", "ten_lop", "tu_ngay", "so_nguoi"),
          Tag.list("doan_the", "ten", "so_chi_hoi", "so_hoi_vien"),
          Tag.list(
              "chi_tieu",
              "stt",
              "ma",
              "ten",
              "don_vi",
              "thuc_hien_truoc",
              "ke_hoach",
              "thuc_hien",
              "so_ke_hoach",
              "so_nam_truoc"),
          Tag.list("mo_hinh", "ten", "giai_doan", "dang_vien", "ban", "thu_nhap"),
          Tag.list(
              "chi_bo",
              "stt",
              "ten",
              "dang_vien",
              "chinh_thuc",
              "du_bi",
              "ket_nap",
              "da_hop",
              "phai_hop",
              "phu_trach",
              "xep_loai"));

  static final Vocabulary ALL =
      new Vocabulary(Stream.concat(TEXTS.stream().map(Tag::text), LISTS.stream()).toList());

  private ReportTags() {}
}
