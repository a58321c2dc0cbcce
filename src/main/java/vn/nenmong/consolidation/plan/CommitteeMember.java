package vn.nenmong.consolidation.plan;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nenmong.kernel.text.Vietnamese;

/// Someone of the committee who can be in charge of cells.
///
/// @param cell that they are a member of, and that reviews them
/// @param languages that they speak, folded: those that were told, and that of their own people;
///   none where neither is known
/// @param experienced whether they were ever in charge of a cell or held an office in one
record CommitteeMember(UUID id, @Nullable UUID cell, Set<String> languages, boolean experienced) {

  private static final Pattern BETWEEN = Pattern.compile("[,;/]|\\s+và\\s+");
  private static final Pattern OF_A_LANGUAGE = Pattern.compile("^tieng ");

  CommitteeMember {
    languages = Set.copyOf(languages);
  }

  /// The languages of someone from what their record says.
  ///
  /// @param told separated by commas, semicolons or «và»
  static Set<String> languages(@Nullable String ethnicity, @Nullable String told) {
    return Stream.concat(
            Stream.ofNullable(ethnicity), Stream.ofNullable(told).flatMap(BETWEEN::splitAsStream))
        .map(language -> OF_A_LANGUAGE.matcher(Vietnamese.fold(language)).replaceFirst(""))
        .filter(language -> !language.isEmpty())
        .collect(Collectors.toSet());
  }

  /// @param language folded
  boolean speaks(String language) {
    return languages.contains(language);
  }
}
