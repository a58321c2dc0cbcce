package vn.nenmong.document.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.plan.FindPlan;
import vn.nenmong.consolidation.plan.PlanKind;
import vn.nenmong.document.store.BodyRepository;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.Papers;
import vn.nenmong.document.template.Tag;
import vn.nenmong.document.template.Vocabulary;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;

/// The decisions on plans as Word files.
@Component
class PlanPapers implements Papers {

  private static final List<String> TEXTS =
      List.of(
          "cap_tren",
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
          "ten_dang_uy");

  static final PaperKind CHARGE =
      new PaperKind(
          "plan_charge",
          "document.plan.charge",
          "quyet-dinh-phan-cong-phu-trach",
          vocabulary(
              Tag.list("phan_cong", "stt", "ho_ten", "chi_bo"),
              Tag.list("thoi_phu_trach", "stt", "ho_ten", "chi_bo")));

  static final PaperKind VILLAGES =
      new PaperKind(
          "plan_villages",
          "document.plan.villages",
          "quyet-dinh-cung-co-chi-bo",
          vocabulary(
              Tag.list("cac_ban", "stt", "ban", "chi_bo_hien_nay", "chi_bo_lanh_dao"),
              Tag.list("chi_bo_moi", "stt", "ten", "dat_tai", "ban")));

  private final FindPlan find;
  private final BodyRepository bodies;
  private final PaperTemplates templates;
  private final MessageSource messages;
  private final Audit audit;
  private final Today today;

  PlanPapers(
      FindPlan find,
      BodyRepository bodies,
      PaperTemplates templates,
      MessageSource messages,
      Audit audit,
      Today today) {
    this.find = find;
    this.bodies = bodies;
    this.templates = templates;
    this.messages = messages;
    this.audit = audit;
    this.today = today;
  }

  private static Vocabulary vocabulary(Tag... lists) {
    return new Vocabulary(Stream.concat(TEXTS.stream().map(Tag::text), Stream.of(lists)).toList());
  }

  @Override
  public List<PaperKind> kinds() {
    return List.of(CHARGE, VILLAGES);
  }

  static PaperKind kind(PlanKind plan) {
    return plan == PlanKind.CHARGE ? CHARGE : VILLAGES;
  }

  /// The decision on a plan, handed out: the trail says so. Empty where there is no such plan in
  /// the scope, or nothing in it is to be decided.
  ///
  /// @return name of the file and the file
  @Transactional
  Optional<Map.Entry<String, byte[]>> export(Viewer viewer, UUID id) {
    return find.run(viewer.scope(), id)
        .map(plan -> {
          PaperKind kind = kind(plan.kind());
          audit.record(
              viewer,
              plan.commune(),
              "export",
              "plan",
              id,
              "{\"kind\":\"%s\"}".formatted(kind.code()));
          LocalDate dated = plan.signed() == null ? today.date() : plan.signed().day();
          byte[] file =
              templates
                  .inUse(viewer.scope(), kind, plan.commune(), today.date(), dated)
                  .fill(
                      PlanModel.of(
                          plan,
                          bodies.find(plan.commune(), dated).orElseThrow(),
                          dated,
                          this::word),
                      what -> word("document.paper.missing", what));
          return Map.entry(kind.file() + "-" + dated, file);
        });
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Vietnamese.LOCALE);
  }
}
