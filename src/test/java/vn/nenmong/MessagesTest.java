package vn.nenmong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the reader reads stands in the message files, in both languages, and nowhere else.
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path SOURCES = Path.of("src/main/java");

  /// A key, or the beginning of keys, in quotes in a source or a template.
  private static final Pattern KEY = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+\\.?)\"");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");

  /// A quote that is not doubled: MessageFormat swallows it.
  private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?!')");

  /// Names that are the same in every language.
  private static final Pattern NAMES =
      Pattern.compile("Nền|Móng|Tiếng Việt|English|xlsx|docx|CSV|Excel|Word");

  @TestFactory
  Stream<DynamicTest> bothLanguagesHaveTheSameKeys() {
    return vietnamese()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () ->
                    assertThat(load(english(file)).stringPropertyNames())
                        .containsExactlyInAnyOrderElementsOf(load(file).stringPropertyNames())));
  }

  @TestFactory
  Stream<DynamicTest> bothLanguagesTakeTheSameArguments() {
    return vietnamese()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> assertThat(arguments(english(file))).isEqualTo(arguments(file))));
  }

  @TestFactory
  Stream<DynamicTest> noTextIsEmptyOrLosesAQuote() {
    return Stream.concat(vietnamese(), vietnamese().map(MessagesTest::english))
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () ->
                    assertThat(load(file).entrySet())
                        .filteredOn(entry -> !isHelpOfACommand(entry))
                        .allSatisfy(entry ->
                            assertThat(entry.getValue().toString())
                                .isNotBlank()
                                .doesNotContainPattern(SINGLE_QUOTE))));
  }

  @Test
  void noKeyStandsInTwoFiles() {
    assertThat(vietnamese().flatMap(file -> load(file).stringPropertyNames().stream()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyKeyIsUsed() {
    List<String> used = sources().flatMap(MessagesTest::keys).distinct().toList();
    List<String> prefixes = used.stream().filter(key -> key.endsWith(".")).toList();
    List<String> parts = used.stream().filter(key -> !key.endsWith(".")).toList();
    assertThat(
            vietnamese()
                .flatMap(file -> load(file).stringPropertyNames().stream())
                .filter(key -> !used.contains(key))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .filter(key -> !key.endsWith(".help") || !isUsed(parts, key))
                .filter(key -> !isReadByTheCommandLine(key)))
        .isEmpty();
  }

  @Test
  void everyKeyOfATemplateHasAText() {
    List<String> keys =
        vietnamese().flatMap(file -> load(file).stringPropertyNames().stream()).toList();
    Pattern call = Pattern.compile("page\\.t\\(\"([^\"]+)\"(?=[,)])");
    assertThat(
            sources()
                .flatMap(source -> call.matcher(read(source)).results())
                .map(result -> result.group(1))
                .filter(key -> !keys.contains(key)))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> noTemplateHasWordsOfItsOwn() {
    return sources()
        .filter(source -> source.toString().endsWith(".jte"))
        .map(source ->
            DynamicTest.dynamicTest(
                SOURCES.relativize(source).toString(),
                () -> assertThat(words(read(source))).doesNotContainPattern("\\p{L}{2}")));
  }

  /// The text of a template: without its parameters, control lines, code and tags.
  private static String words(String template) {
    String text =
        template.replaceAll("(?s)<%--.*?--%>", "").replaceAll("(?m)^\\s*!\\{.*}\\s*$", "");
    text = text.replaceAll("(?m)^@(import|param) .*$", "");
    text = withoutCode(text);
    text = text.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");
    text = text.replaceAll("(?s)<[^>]*>", "");
    return NAMES.matcher(text.replaceAll("&\\w+;", "")).replaceAll("");
  }

  /// Takes `${…}`, `!{…}` and `@if(…)`, `@template.x(…)` away with all that is within their
  /// brackets, but keeps the content that is given to a template.
  private static String withoutCode(String template) {
    StringBuilder text = new StringBuilder();
    Matcher code = Pattern.compile("[$!]\\{|@[\\w.]+\\(|@`|`|@\\w+").matcher(template);
    int at = 0;
    while (code.find(at)) {
      text.append(template, at, code.start());
      String found = code.group();
      at =
          found.endsWith("{") || found.endsWith("(")
              ? close(template, code.end(), text)
              : code.end();
    }
    return text.append(template.substring(at)).toString();
  }

  /// The end of what was opened before a place; content within it is looked at as well.
  private static int close(String template, int from, StringBuilder text) {
    int depth = 1;
    int at = from;
    boolean quoted = false;
    while (at < template.length() && depth > 0) {
      char c = template.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && template.startsWith("@`", at)) {
        int end = contentEnd(template, at + 2);
        text.append(withoutCode(template.substring(at + 2, end)));
        at = end;
      } else if (!quoted && (c == '(' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ')' || c == '}')) {
        depth--;
      }
      at++;
    }
    return at;
  }

  private static int contentEnd(String template, int from) {
    int depth = 1;
    int at = from;
    while (at < template.length()) {
      if (template.startsWith("@`", at)) {
        depth++;
        at++;
      } else if (template.charAt(at) == '`' && --depth == 0) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static boolean isUsed(List<String> used, String helpKey) {
    return used.contains(helpKey.substring(0, helpKey.length() - ".help".length()));
  }

  /// Help texts of commands are read by their names, and not through MessageFormat.
  private static boolean isHelpOfACommand(Map.Entry<Object, Object> entry) {
    return isReadByTheCommandLine(entry.getKey().toString());
  }

  private static boolean isReadByTheCommandLine(String key) {
    return key.startsWith("nenmong.") || key.startsWith("usage.") || !key.contains(".");
  }

  private static Stream<String> keys(Path source) {
    return KEY.matcher(read(source)).results().map(result -> result.group(1));
  }

  private static Map<String, Set<String>> arguments(Path file) {
    Map<String, Set<String>> arguments = new TreeMap<>();
    load(file)
        .forEach((key, text) ->
            arguments.put(
                key.toString(),
                PLACEHOLDER
                    .matcher(text.toString())
                    .results()
                    .map(result -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new))));
    return arguments;
  }

  private static Stream<Path> vietnamese() {
    return files(MESSAGES, ".properties")
        .filter(file -> !file.getFileName().toString().contains("_"));
  }

  private static Path english(Path file) {
    return file.resolveSibling(
        file.getFileName().toString().replace(".properties", "_en.properties"));
  }

  private static Stream<Path> sources() {
    return Stream.concat(files(SOURCES, ".java"), files(SOURCES, ".jte"));
  }

  private static Stream<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
