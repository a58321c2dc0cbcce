package vn.nenmong.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.Refused;
import vn.nenmong.organization.OrganizationRef;

/// Adds a newer value of a rule with its source, effective from a day. Earlier days keep theirs.
@Component
class AddRuleValue {

  /// Rules of which the program knows that offices have them, and no value.
  static final Map<String, String> WITHOUT_VALUE =
      Map.of("retention.left.months", "120", "meeting.quorum", "1/2+");

  /// What follows the code of a time limit in that of its extension.
  private static final String EXTENSION = ".extension";

  private final RuleRepository rules;
  private final Rulebooks rulebooks;
  private final Audit audit;
  private final JsonMapper json = JsonMapper.builder().build();

  AddRuleValue(RuleRepository rules, Rulebooks rulebooks, Audit audit) {
    this.rules = rules;
    this.rulebooks = rulebooks;
    this.audit = audit;
  }

  /// The values by which a newer one is judged: the program's own, the first first.
  static List<String> known(Rulebook book, String code) {
    String first = WITHOUT_VALUE.get(code);
    return first == null
        ? book.history(code).stream()
            .filter(value -> value.unit() == null)
            .map(RuleValue::value)
            .toList()
        : List.of(first);
  }

  /// @throws Refused where the rule is none, the value of another kind than it has or of words that
  ///   are not its own, a time limit of another unit than what extends it, or an own value begins
  ///   on that day already
  @Transactional
  void run(Viewer viewer, OrganizationRef part, NewRuleValue typed) {
    Rulebook book = rulebooks.of(part.id());
    NewRuleValue value = typed.as(read(known(book, typed.code()), typed));
    requireUnit(book, value);
    if (rules.beginsThen(part.id(), value.code(), value.from())) {
      throw new Refused("rule.beginsThen");
    }
    UUID id = rules.add(part.id(), viewer.account(), value);
    audit.record(
        viewer,
        part.communeId(),
        "add",
        "rule",
        id,
        json.writeValueAsString(
            Map.of(
                "code", value.code(),
                "value", value.value(),
                "from", value.from().toString(),
                "document", value.source().number())));
  }

  private static String read(List<String> known, NewRuleValue typed) {
    if (known.isEmpty()) {
      throw new Refused("rule.unknown", typed.code());
    }
    String value =
        known.reversed().stream()
            .flatMap(like -> Kind.read(typed.value(), like).stream())
            .findFirst()
            .orElseThrow(() -> new Refused("rule.otherKind"));
    if (Kind.of(value).isOfWords()) {
      Set<String> words = Vocabulary.of(known);
      for (String word : Vocabulary.of(value)) {
        if (!words.contains(word)) {
          throw new Refused("rule.unknownWord", word, String.join(", ", words));
        }
      }
    }
    return value;
  }

  /// A time limit and what extends it are added up, for as long as both hold.
  private static void requireUnit(Rulebook book, NewRuleValue value) {
    String code = value.code();
    String other =
        code.endsWith(EXTENSION)
            ? code.substring(0, code.length() - EXTENSION.length())
            : code + EXTENSION;
    LocalDate end =
        book.history(code).stream()
            .map(later -> later.valid().from())
            .filter(from -> from != null && from.isAfter(value.from()))
            .findFirst()
            .orElse(LocalDate.MAX);
    Stream<RuleValue> beside =
        Stream.concat(
            book.on(value.from(), other).stream(),
            book.history(other).stream()
                .filter(later -> {
                  LocalDate from = later.valid().from();
                  return from != null && from.isAfter(value.from()) && from.isBefore(end);
                }));
    Span.parse(value.value())
        .ifPresent(span ->
            beside
                .flatMap(extended -> extended.span().stream())
                .filter(extended -> extended.unit() != span.unit())
                .findFirst()
                .ifPresent(extended -> {
                  throw new Refused(
                      "rule.otherUnit",
                      new DefaultMessageSourceResolvable("rule.name." + other),
                      new DefaultMessageSourceResolvable("rule.unit." + extended.unit().key()));
                }));
  }
}
