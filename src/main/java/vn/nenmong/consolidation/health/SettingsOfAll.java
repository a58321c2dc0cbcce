package vn.nenmong.consolidation.health;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What all offices have set.
///
/// @param byLabel by the label of the unit in paths of the tree
record SettingsOfAll(Map<String, List<Settings.Set>> byLabel) {

  /// The settings that count at a path of the tree.
  Settings at(String path) {
    return byLabel.isEmpty()
        ? Settings.USUAL
        : new Settings(
            Arrays.asList(path.split("\\.")).reversed().stream()
                .flatMap(label -> byLabel.getOrDefault(label, List.of()).stream())
                .toList());
  }

  /// The greatest number that counts anywhere.
  int most(Setting setting) {
    return Stream.concat(
            Stream.of(setting.usual()),
            byLabel.values().stream()
                .flatMap(List::stream)
                .filter(set -> set.code().equals(setting.code()))
                .map(Settings.Set::value))
        .max(Integer::compare)
        .orElseThrow();
  }
}
