package vn.nenmong.document.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What is looked at when an office puts a template back: only text, pictures and known tags may be
/// in it, nothing that runs and nothing that is fetched from elsewhere.
public final class TemplateCheck {

  private static final Pattern FETCHING_FIELD =
      Pattern.compile(
          "(?i)\\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON)\\b");

  /// @param template to be kept: the parts that were looked at and nothing else
  /// @param used names of tags in it
  /// @param unused names of tags of the vocabulary that are not in it, columns not counted
  public record Accepted(PaperTemplate template, Set<String> used, List<String> unused) {}

  private TemplateCheck() {}

  /// @throws TemplateRefused with every reason
  public static Accepted check(byte[] file, Vocabulary vocabulary) {
    WordPackage word = WordPackage.read(file);
    List<Problem> problems = new ArrayList<>(content(word));
    Set<String> used = new LinkedHashSet<>();
    if (problems.isEmpty()) {
      TrialScope trial = new TrialScope(vocabulary, null, null, used);
      problems.addAll(PaperTemplate.fill(WordPackage.read(file), trial));
    }
    if (!problems.isEmpty()) {
      throw new TemplateRefused(problems);
    }
    List<String> unused =
        vocabulary.tags().stream().map(Tag::name).filter(name -> !used.contains(name)).toList();
    return new Accepted(new PaperTemplate(word.write()), used, unused);
  }

  private static Set<Problem> content(WordPackage word) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (String type : word.contentTypes()) {
      if (type.contains("macroEnabled") || type.contains("vbaProject")) {
        problems.add(new Problem(Problem.Kind.MACROS, ""));
      }
    }
    for (String name : word.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.contains("vbaproject") || lower.contains("vbadata")) {
        problems.add(new Problem(Problem.Kind.MACROS, ""));
      } else if (lower.contains("/embeddings/")
          || lower.contains("/activex/")
          || lower.contains("oleobject")
          || lower.endsWith(".bin")) {
        problems.add(new Problem(Problem.Kind.EMBEDDED, name));
      } else if (lower.endsWith(".rels")) {
        relationships(word.xml(name), problems);
      }
    }
    for (String name : word.textParts()) {
      Element root = word.xml(name).getDocumentElement();
      body(root, problems);
      fields(root, problems);
      WordXml.descendants(root, "p").forEach(paragraph -> fields(paragraph, problems));
    }
    return problems;
  }

  private static void relationships(Document xml, Set<Problem> problems) {
    for (Element relationship : WordXml.children(xml.getDocumentElement())) {
      if (relationship.getAttribute("TargetMode").equalsIgnoreCase("External")) {
        problems.add(new Problem(Problem.Kind.EXTERNAL, relationship.getAttribute("Target")));
      }
      String type = relationship.getAttribute("Type");
      if (type.endsWith("/aFChunk") || type.endsWith("/oleObject") || type.endsWith("/control")) {
        problems.add(new Problem(Problem.Kind.EMBEDDED, relationship.getAttribute("Target")));
      }
    }
  }

  private static void body(Element element, Set<Problem> problems) {
    for (Element child : WordXml.children(element)) {
      if (WordXml.is(child, "object")
          || WordXml.is(child, "altChunk")
          || WordXml.is(child, "control")) {
        problems.add(new Problem(Problem.Kind.EMBEDDED, child.getLocalName()));
      }
      body(child, problems);
    }
  }

  /// Looked for in each paragraph and in the part as a whole, since a field may run over several.
  private static void fields(Element element, Set<Problem> problems) {
    StringBuilder fields = new StringBuilder();
    WordXml.descendants(element, "instrText").forEach(i -> fields.append(i.getTextContent()));
    WordXml.descendants(element, "fldSimple")
        .forEach(f -> fields.append(' ').append(WordXml.attribute(f, "instr")));
    var fetching = FETCHING_FIELD.matcher(fields);
    while (fetching.find()) {
      problems.add(
          new Problem(Problem.Kind.ACTIVE_FIELD, fetching.group().toUpperCase(Locale.ROOT)));
    }
  }
}
