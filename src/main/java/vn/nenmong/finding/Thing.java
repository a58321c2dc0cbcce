package vn.nenmong.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.time.PartialDate;
import vn.nenmong.kernel.web.Page;

/// Someone or something that can be looked for.
///
/// @param kind where it is shown: `members`, `candidates`, `village-posts`, `people` (nowhere by
///   themselves), `organizations`, `villages`, `resolutions`
/// @param about what tells it from its namesakes: a cell, a commune, who issued it
/// @param number of the card, code, or number of the paper
/// @param day when born or issued
public record Thing(
    String kind,
    UUID id,
    String name,
    @Nullable String about,
    @Nullable String number,
    @Nullable PartialDate day) {

  /// Where it is shown, or null where it has no page.
  public @Nullable String address(Page page) {
    return switch (kind) {
      case "members", "organizations", "villages" -> page.link("/" + kind + "/" + id);
      case "candidates", "village-posts" -> page.link("/" + kind, "q", name);
      case "resolutions" ->
          day == null
              ? null
              : "/resolutions?year="
                  + day.first().getYear()
                  + "&q="
                  + URLEncoder.encode(number == null ? name : number, StandardCharsets.UTF_8);
      default -> null;
    };
  }

  /// Its details in one line.
  public String details() {
    return String.join(
        " · ",
        Stream.of(day == null ? null : day.toVietnamese(), about, number)
            .filter(Objects::nonNull)
            .toList());
  }

  /// What was found of one kind.
  ///
  /// @param more whether there are others, which are not listed
  public record Group(String key, List<Thing> things, boolean more) {}
}
