package vn.nenmong.document.template;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// A Word template: text with tags, as an office edits it.
///
/// `{{name}}` prints a value; `{{?name}} … {{/name}}` stays if there is some, `{{^name}} …
/// {{/name}}` if there is none; `{{#name}} … {{/name}}` is repeated for each row of a list; `{{! …
/// }}` is a note for the office and is not printed.
public final class PaperTemplate {

  private static final double TWIPS_PER_MM = 1440 / 25.4;

  private final byte[] file;

  /// @param file a .docx that [TemplateCheck] has accepted
  public PaperTemplate(byte[] file) {
    this.file = file.clone();
  }

  /// The template as it is downloaded.
  public byte[] file() {
    return file.clone();
  }

  /// The same template with other margins.
  ///
  /// @param margins top, bottom, left and right in mm
  public PaperTemplate withMargins(List<Integer> margins) {
    WordPackage word = WordPackage.read(file);
    Document xml = word.xml(word.document());
    List<String> sides = List.of("top", "bottom", "left", "right");
    for (Element page : WordXml.descendants(xml.getDocumentElement(), "pgMar")) {
      for (int i = 0; i < sides.size(); i++) {
        long twips = Math.round(margins.get(i) * TWIPS_PER_MM);
        page.setAttributeNS(WordXml.W, "w:" + sides.get(i), Long.toString(twips));
      }
    }
    word.put(word.document(), xml);
    return new PaperTemplate(word.write());
  }

  /// The paper as a .docx.
  ///
  /// @param missing how the paper says that something is missing
  /// @throws TemplateRefused when the template holds what the values do not know
  public byte[] fill(Values values, UnaryOperator<String> missing) {
    WordPackage word = WordPackage.read(file);
    List<Problem> problems = fill(word, new FilledScope(values, null, missing));
    if (!problems.isEmpty()) {
      throw new TemplateRefused(problems);
    }
    return word.write();
  }

  /// Fills every part that may hold tags and tells what was wrong.
  static List<Problem> fill(WordPackage word, Scope scope) {
    Filler filler = new Filler();
    for (String name : word.textParts()) {
      Document xml = word.xml(name);
      acceptChanges(xml.getDocumentElement());
      compose(xml.getDocumentElement());
      filler.fill(xml.getDocumentElement(), scope);
      word.put(name, xml);
    }
    return filler.problems();
  }

  /// A paper to be signed carries no tracked changes, and marks of the spelling checker would cut
  /// tags apart.
  private static void acceptChanges(Element element) {
    for (Element child : WordXml.children(element)) {
      acceptChanges(child);
      boolean word = WordXml.W.equals(child.getNamespaceURI());
      switch (word ? child.getLocalName() : "") {
        case "del",
            "moveFrom",
            "proofErr",
            "rPrChange",
            "pPrChange",
            "tblPrChange",
            "sectPrChange" ->
            WordXml.remove(child);
        case "ins", "moveTo", "smartTag" -> WordXml.unwrap(child);
        default -> {}
      }
    }
  }

  private static void compose(Element element) {
    for (Element text : WordXml.descendants(element, "t")) {
      String content = text.getTextContent();
      if (!Normalizer.isNormalized(content, Normalizer.Form.NFC)) {
        text.setTextContent(Normalizer.normalize(content, Normalizer.Form.NFC));
      }
    }
  }
}
