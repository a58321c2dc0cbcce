package vn.nenmong.document.store;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.nenmong.document.store.BodyRepository.Body;
import vn.nenmong.document.template.Value;
import vn.nenmong.kernel.text.Vietnamese;

/// Who issues a paper: what stands in its head and over its signature.
///
/// @param above the body above it, in capitals; null where it is not known
/// @param authority who decides, in the sentence
/// @param symbol with which its numbers end; empty where it is not the commune's
public record Issuer(
    @Nullable String above,
    String body,
    String authority,
    String signs,
    String symbol,
    @Nullable String secretary) {

  /// @param words gives a message in Vietnamese
  public static Issuer committee(Body commune, BiFunction<String, Object[], String> words) {
    return committee(
        commune,
        PaperWords.committee(commune.name()),
        words.apply("document.paper.forCommittee", new Object[0]));
  }

  /// @param words gives a message in Vietnamese
  public static Issuer board(Body commune, BiFunction<String, Object[], String> words) {
    return committee(commune, board(PaperWords.committee(commune.name()), words), forBoard(words));
  }

  private static Issuer committee(Body commune, String authority, String signs) {
    return new Issuer(
        commune.superior(),
        PaperWords.committee(commune.name()),
        authority,
        signs,
        "ĐU",
        commune.secretary());
  }

  /// The board of a committee that is not the commune's.
  ///
  /// @param words gives a message in Vietnamese
  public static Issuer boardOf(String committee, BiFunction<String, Object[], String> words) {
    return elsewhere(committee, board(committee, words), words);
  }

  /// A body in words: the commune's committee or its board, or one elsewhere.
  ///
  /// @param words gives a message in Vietnamese
  public static Issuer named(
      String body, Body commune, BiFunction<String, Object[], String> words) {
    String folded = Vietnamese.fold(body);
    if (folded.contains("dang uy")) {
      return folded.contains("thuong vu") ? board(commune, words) : committee(commune, words);
    }
    return elsewhere(body.replaceFirst("(?iu)^ban thường vụ ", ""), body, words);
  }

  private static Issuer elsewhere(
      String body, String authority, BiFunction<String, Object[], String> words) {
    return new Issuer("", body, authority, forBoard(words), "", null);
  }

  private static String board(String committee, BiFunction<String, Object[], String> words) {
    return words.apply("document.paper.board", new Object[] {committee});
  }

  private static String forBoard(BiFunction<String, Object[], String> words) {
    return words.apply("document.paper.forBoard", new Object[0]);
  }

  /// The number of a paper with what it ends with.
  ///
  /// @param document by which kinds of papers are told in numbers; empty where it has none
  /// @param written as it was entered; null where it has none yet
  /// @param blank room for one
  public String number(String document, @Nullable String written, String blank) {
    String sign =
        document.isEmpty() ? "" : "-" + document + "/" + (symbol.isEmpty() ? "…" : symbol);
    if (written == null) {
      return blank + sign;
    }
    return written.matches("\\d{1,9}") && !sign.isEmpty()
        ? "%02d".formatted(Integer.parseInt(written)) + sign
        : written;
  }

  /// By the tags that every paper has for it.
  ///
  /// @param words gives a message in Vietnamese
  public Map<String, Value> values(BiFunction<String, Object[], String> words) {
    return Map.of(
        "cap_tren", known(above, "document.missing.superior", words),
        "co_quan", Value.text(body),
        "co_quan_hoa", Value.text(capitals(body)),
        "tham_quyen", Value.text(authority),
        "tham_quyen_hoa", Value.text(capitals(authority)),
        "thay_mat", Value.text(signs),
        "nguoi_ky", known(secretary, "document.missing.signer", words));
  }

  private static Value known(
      @Nullable String text, String missing, BiFunction<String, Object[], String> words) {
    return text == null ? new Value.Missing(words.apply(missing, new Object[0])) : Value.text(text);
  }

  private static String capitals(String text) {
    return text.toUpperCase(Vietnamese.LOCALE);
  }
}
