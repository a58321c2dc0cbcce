package vn.nenmong.document.template;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.nenmong.kernel.text.Vietnamese;

/// A tag where it stands in a paragraph, alone in a run of its own.
///
/// @param sign `?` if there is some, `^` if there is none, `#` for each row, `/` end of one of
///   these, `!` a note that is not printed, or a space for a value
/// @param name as the vocabulary has it, however it was typed
/// @param run the run that holds the whole tag and nothing else
record Token(char sign, String name, Element run) {

  private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([?^#/!]?)(.*?)\\}\\}");

  boolean opens() {
    return sign == '?' || sign == '^' || sign == '#';
  }

  /// The tags of a paragraph in order. Word cuts text into runs as it likes, so a tag may lie in
  /// several: it is put together in the first, whose look it keeps, and set apart from the text
  /// around it. Text boxes inside the paragraph are not looked into.
  static List<Token> in(Element paragraph) {
    List<Element> texts = WordXml.descendants(paragraph, "t", "txbxContent");
    StringBuilder all = new StringBuilder();
    texts.forEach(text -> all.append(text.getTextContent()));
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TAG.matcher(all);
    List<int[]> spans = new ArrayList<>();
    while (matcher.find()) {
      spans.add(new int[] {matcher.start(), matcher.end()});
    }
    for (int[] span : spans.reversed()) {
      tokens.add(token(texts, span, all.substring(span[0], span[1])));
    }
    return tokens.reversed();
  }

  /// Text around the tags in which a brace pair was left: half a tag, or one over two paragraphs.
  static boolean hasBroken(Element paragraph) {
    StringBuilder all = new StringBuilder();
    WordXml.descendants(paragraph, "t", "txbxContent").forEach(t -> all.append(t.getTextContent()));
    String rest = TAG.matcher(all).replaceAll("");
    return rest.contains("{{") || rest.contains("}}");
  }

  private static Token token(List<Element> texts, int[] span, String text) {
    Matcher matcher = TAG.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("not a tag: " + text);
    }
    String sign = matcher.group(1);
    return new Token(
        sign.isEmpty() ? ' ' : sign.charAt(0),
        name(matcher.group(2)),
        join(texts, span[0], span[1], text));
  }

  private static String name(String typed) {
    return Vietnamese.fold(Normalizer.normalize(typed, Normalizer.Form.NFC)).replace(' ', '_');
  }

  private static Element join(List<Element> texts, int from, int to, String tag) {
    int start = 0;
    Element first = null;
    String before = "";
    for (Element text : texts) {
      String content = text.getTextContent();
      int end = start + content.length();
      if (end > from && start < to) {
        String after = to < end ? content.substring(to - start) : "";
        if (first == null) {
          first = text;
          before = content.substring(0, from - start);
          if (to <= end) {
            return setApart(text, before, tag, after);
          }
        } else {
          setText(text, after);
        }
      }
      start = end;
    }
    return setApart(Objects.requireNonNull(first), before, tag, "");
  }

  /// Leaves `before` in the run of a text, puts the tag into a new run after it, and the rest into
  /// a third.
  private static Element setApart(Element text, String before, String tag, String after) {
    Element run = (Element) text.getParentNode();
    if (before.isEmpty() && after.isEmpty() && holdsOnly(run, text)) {
      setText(text, tag);
      return run;
    }
    Element tagRun = emptyCopy(run);
    tagRun.appendChild(text(run, tag));
    Element rest = emptyCopy(run);
    if (!after.isEmpty()) {
      rest.appendChild(text(run, after));
    }
    while (text.getNextSibling() != null) {
      rest.appendChild(text.getNextSibling());
    }
    Node place = run.getNextSibling();
    run.getParentNode().insertBefore(tagRun, place);
    if (hasContent(rest)) {
      run.getParentNode().insertBefore(rest, place);
    }
    if (before.isEmpty()) {
      WordXml.remove(text);
    } else {
      setText(text, before);
    }
    if (!hasContent(run)) {
      WordXml.remove(run);
    }
    return tagRun;
  }

  private static boolean holdsOnly(Element run, Element text) {
    return WordXml.children(run).stream()
        .allMatch(child -> child.isSameNode(text) || WordXml.is(child, "rPr"));
  }

  private static Element emptyCopy(Element run) {
    Element copy = (Element) run.cloneNode(false);
    Element look = WordXml.child(run, "rPr");
    if (look != null) {
      copy.appendChild(look.cloneNode(true));
    }
    return copy;
  }

  private static boolean hasContent(Element run) {
    return WordXml.children(run).stream().anyMatch(child -> !WordXml.is(child, "rPr"));
  }

  private static Element text(Element beside, String content) {
    Element text = WordXml.element(beside, "t");
    setText(text, content);
    return text;
  }

  private static void setText(Element text, String content) {
    text.setTextContent(content);
    text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
  }

  /// Puts text in the place of the tag, in its look; a line break for each `\n`.
  void replace(String value) {
    for (Element text : WordXml.children(run, "t")) {
      run.removeChild(text);
    }
    boolean first = true;
    for (String line : value.split("\n", -1)) {
      if (!first) {
        run.appendChild(WordXml.element(run, "br"));
      }
      run.appendChild(text(run, Normalizer.normalize(line, Normalizer.Form.NFC)));
      first = false;
    }
  }

  void remove() {
    WordXml.remove(run);
  }
}
