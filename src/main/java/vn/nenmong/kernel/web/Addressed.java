package vn.nenmong.kernel.web;

/// Someone or something that a paper is sent to, for a label or an envelope.
///
/// @param who `Đồng chí Lò Văn An`
/// @param where the organization
/// @param place the village, or empty
public record Addressed(String who, String where, String place) {

  /// The page of labels or, with `?as=envelopes`, of envelopes: it needs `title`, `sender` and
  /// `addressed`.
  public static final String VIEW = "vn/nenmong/kernel/web/labels";
}
