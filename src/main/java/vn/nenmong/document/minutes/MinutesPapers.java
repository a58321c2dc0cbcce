package vn.nenmong.document.minutes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.minutes.FindMinutes;
import vn.nenmong.activity.minutes.MinutesText;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.PaperWords;
import vn.nenmong.document.store.Papers;
import vn.nenmong.document.template.Tag;
import vn.nenmong.document.template.Value;
import vn.nenmong.document.template.Values;
import vn.nenmong.document.template.Vocabulary;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;

/// The minutes of a meeting and the resolution of the cell as Word files.
@Component
class MinutesPapers implements Papers {

  private static final List<String> TEXTS =
      List.of(
          "cap_tren",
          "co_quan_hoa",
          "dia_danh",
          "ngay_thang",
          "ten_chi_bo",
          "tieu_de",
          "thang",
          "chu_tri",
          "thu_ky");

  static final PaperKind MINUTES =
      new PaperKind(
          "meeting_minutes",
          "document.minutes.minutes",
          "bien-ban",
          vocabulary(Tag.list("bien_ban", "muc", "dong")));

  static final PaperKind RESOLUTION =
      new PaperKind(
          "meeting_resolution",
          "document.minutes.resolution",
          "nghi-quyet",
          vocabulary(Tag.list("nghi_quyet_dong", "dong")));

  private final FindMinutes find;
  private final IssuerRepository issuers;
  private final PaperTemplates templates;
  private final MessageSource messages;
  private final Audit audit;
  private final Today today;

  MinutesPapers(
      FindMinutes find,
      IssuerRepository issuers,
      PaperTemplates templates,
      MessageSource messages,
      Audit audit,
      Today today) {
    this.find = find;
    this.issuers = issuers;
    this.templates = templates;
    this.messages = messages;
    this.audit = audit;
    this.today = today;
  }

  private static Vocabulary vocabulary(Tag list) {
    return new Vocabulary(Stream.concat(TEXTS.stream().map(Tag::text), Stream.of(list)).toList());
  }

  @Override
  public List<PaperKind> kinds() {
    return List.of(MINUTES, RESOLUTION);
  }

  /// A paper of a meeting, handed out: the trail says so. Empty where there is no such meeting in
  /// the scope, it was not held, or has no resolution.
  ///
  /// @return name of the file and the file
  @Transactional
  Optional<Map.Entry<String, byte[]>> export(Viewer viewer, UUID meeting, PaperKind kind) {
    return find.run(viewer.scope(), meeting)
        .filter(found -> kind.equals(MINUTES) || !found.resolution().isEmpty())
        .map(found -> {
          audit.record(
              viewer,
              found.communeId(),
              "export",
              "cell_meeting",
              meeting,
              "{\"kind\":\"%s\"}".formatted(kind.code()));
          byte[] file =
              templates
                  .inUse(viewer.scope(), kind, found.communeId(), today.date(), found.day())
                  .fill(values(found, kind), what -> word("document.paper.missing", what));
          return Map.entry(
              "%s-%s-%s"
                  .formatted(kind.file(), Vietnamese.fold(found.text().cell()), found.month()),
              file);
        });
  }

  private Values values(FindMinutes.Found found, PaperKind kind) {
    IssuerRepository.Issuer issuer = issuers.of(found.cellId(), found.day()).orElseThrow();
    Map<String, Value> values = new LinkedHashMap<>();
    values.put("cap_tren", known(capitals(issuer.parent()), "document.missing.superior"));
    values.put("co_quan_hoa", Value.text(found.text().cell().toUpperCase(Locale.ROOT)));
    values.put("dia_danh", Value.text(PaperWords.place(issuer.commune())));
    values.put("ngay_thang", Value.text(PaperWords.date(this::word, found.day())));
    values.put("ten_chi_bo", Value.text(found.text().cell()));
    values.put("tieu_de", Value.text(found.text().title()));
    values.put(
        "thang",
        Value.text("%d/%d".formatted(found.month().getMonthValue(), found.month().getYear())));
    values.put("chu_tri", known(found.chair(), "document.missing.signer"));
    values.put("thu_ky", known(found.secretary(), "document.missing.signer"));
    if (kind.equals(MINUTES)) {
      values.put("bien_ban", new Value.Rows(lines(found.text())));
    } else {
      values.put(
          "nghi_quyet_dong",
          new Value.Rows(
              found.resolution().stream()
                  .map(line -> new Values(Map.of("dong", Value.text(line))))
                  .toList()));
    }
    return new Values(values);
  }

  private static List<Values> lines(MinutesText text) {
    List<Values> rows = new ArrayList<>();
    for (int i = 0; i < text.parts().size(); i++) {
      MinutesText.Part part = text.parts().get(i);
      rows.add(row("%d. %s".formatted(i + 1, part.title()), ""));
      part.lines().forEach(line -> rows.add(row("", line)));
    }
    return rows;
  }

  private static Values row(String heading, String line) {
    return new Values(Map.of("muc", Value.text(heading), "dong", Value.text(line)));
  }

  private static @Nullable String capitals(@Nullable String name) {
    return name == null ? null : name.toUpperCase(Locale.ROOT);
  }

  private Value known(@Nullable String text, String missing) {
    return text == null ? new Value.Missing(word(missing)) : Value.text(text);
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Vietnamese.LOCALE);
  }
}
