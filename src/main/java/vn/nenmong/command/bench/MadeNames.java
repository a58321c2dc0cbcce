package vn.nenmong.command.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// Names that people in Viet Nam could bear, as frequent as they are there, with every letter that
/// is hard to search and to sort.
final class MadeNames {

  private static final String RESOURCE = "/bench/names.txt";

  private record Word(String text, int upTo) {}

  private final Map<String, List<Word>> words = new HashMap<>();

  private MadeNames() {}

  static MadeNames load() {
    var names = new MadeNames();
    try (var in = Objects.requireNonNull(MadeNames.class.getResourceAsStream(RESOURCE));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(names::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private void add(String line) {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    List<Word> kind = words.computeIfAbsent(line.substring(0, first), k -> new ArrayList<>());
    int before = kind.isEmpty() ? 0 : kind.getLast().upTo();
    kind.add(
        new Word(
            line.substring(first + 1, last), before + Integer.parseInt(line.substring(last + 1))));
  }

  /// Family, middle and given name.
  String person(RandomGenerator random, boolean female) {
    String sex = female ? "female" : "male";
    return draw(random, "family")
        + " "
        + draw(random, "middle-" + sex)
        + " "
        + draw(random, "given-" + sex);
  }

  /// Two syllables, as villages of the lowland are called.
  String place(RandomGenerator random) {
    String first = draw(random, "place");
    String second = draw(random, "place");
    return first.equals(second) ? first + " Hạ" : first + " " + second;
  }

  private String draw(RandomGenerator random, String kind) {
    List<Word> choice = words.getOrDefault(kind, List.of());
    int at = random.nextInt(choice.getLast().upTo());
    return choice.stream().filter(word -> at < word.upTo()).findFirst().orElseThrow().text();
  }
}
