package vn.nenmong.document.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Fills the tags of a part. A section is paragraphs between two tags that stand alone in theirs,
/// rows of a table from a tag in the first to its end in the last, or text inside a paragraph.
final class Filler {

  private static final Set<String> NOT_COPIED =
      Set.of(
          "bookmarkStart",
          "bookmarkEnd",
          "commentRangeStart",
          "commentRangeEnd",
          "commentReference");

  private final Set<Problem> problems = new LinkedHashSet<>();

  /// What was found wrong on the way, each once.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// Fills all blocks below an element: a body, a header, a cell, a text box.
  void fill(Element container, Scope scope) {
    Element child = firstElement(container);
    while (child != null) {
      if (WordXml.is(child, "p")) {
        child = paragraph(child, scope);
      } else {
        Element next = WordXml.next(child);
        if (WordXml.is(child, "tbl")) {
          rows(child, scope);
        } else {
          fill(child, scope);
        }
        child = next;
      }
    }
  }

  /// A paragraph, or the whole section that it opens. Returns what comes after.
  private @Nullable Element paragraph(Element paragraph, Scope scope) {
    Token alone = alone(paragraph);
    if (alone == null || !alone.opens()) {
      Element next = WordXml.next(paragraph);
      inline(paragraph, scope);
      return next;
    }
    List<Element> inside = new ArrayList<>();
    Element end = closingParagraph(paragraph, alone.name(), inside);
    if (end == null) {
      problems.add(new Problem(Problem.Kind.NOT_CLOSED, alone.name()));
      Element next = WordXml.next(paragraph);
      WordXml.remove(paragraph);
      return next;
    }
    switch (open(alone, scope)) {
      case Scope.Section.Times times -> repeat(inside, end, times.scopes());
      case Scope.Section.Unknown unknown -> {
        alone.replace(unknown.text());
        end.getParentNode().insertBefore(paragraph.cloneNode(true), end);
      }
    }
    Element next = WordXml.next(end);
    inside.forEach(WordXml::remove);
    WordXml.remove(paragraph);
    removeKeepingCell(end);
    return next;
  }

  private Scope.Section open(Token token, Scope scope) {
    Problem problem = scope.problem(token.sign(), token.name());
    if (problem != null) {
      problems.add(problem);
    }
    return scope.section(token.sign(), token.name());
  }

  private static @Nullable Element closingParagraph(
      Element opening, String name, List<Element> inside) {
    int depth = 1;
    for (Element next = WordXml.next(opening); next != null; next = WordXml.next(next)) {
      Token alone = WordXml.is(next, "p") ? alone(next) : null;
      if (alone != null && alone.name().equals(name)) {
        depth += alone.opens() ? 1 : alone.sign() == '/' ? -1 : 0;
      }
      if (depth == 0) {
        return next;
      }
      inside.add(next);
    }
    return null;
  }

  /// The only tag of a paragraph that has nothing else.
  private static @Nullable Token alone(Element paragraph) {
    List<Token> tokens = Token.in(paragraph);
    if (tokens.size() != 1) {
      return null;
    }
    Token token = tokens.getFirst();
    String text = text(paragraph).strip();
    boolean alone =
        text.equals(token.run().getTextContent().strip())
            && WordXml.descendants(paragraph, "drawing").isEmpty();
    return alone ? token : null;
  }

  /// Copies of some blocks before another, each filled in its scope.
  private void repeat(List<Element> blocks, Element before, List<Scope> scopes) {
    for (Scope scope : scopes) {
      Element holder = copies(blocks, before);
      if (!blocks.isEmpty() && WordXml.is(blocks.getFirst(), "tr")) {
        rows(holder, scope);
      } else {
        fill(holder, scope);
      }
      pour(holder, before);
    }
  }

  private static Element copies(List<Element> blocks, Element beside) {
    Element holder = WordXml.element(beside, "sdtContent");
    for (Element block : blocks) {
      holder.appendChild(block.cloneNode(true));
    }
    removeNotCopied(holder);
    return holder;
  }

  private static void removeNotCopied(Element element) {
    for (Element child : WordXml.children(element)) {
      if (WordXml.W.equals(child.getNamespaceURI()) && NOT_COPIED.contains(child.getLocalName())) {
        element.removeChild(child);
      } else {
        removeNotCopied(child);
      }
    }
  }

  private static void pour(Element holder, Node before) {
    while (holder.getFirstChild() != null) {
      before.getParentNode().insertBefore(holder.getFirstChild(), before);
    }
  }

  /// A cell must end with a paragraph, so its last one stays, empty.
  private static void removeKeepingCell(Element paragraph) {
    if (WordXml.is(paragraph.getParentNode(), "tc") && WordXml.next(paragraph) == null) {
      Token.in(paragraph).forEach(Token::remove);
      Element before = previousElement(paragraph);
      if (before != null && WordXml.is(before, "p")) {
        WordXml.remove(paragraph);
      }
    } else {
      WordXml.remove(paragraph);
    }
  }

  /// The rows of a table, or of copies of some.
  private void rows(Element table, Scope scope) {
    Element row = firstElement(table);
    while (row != null) {
      Element next = WordXml.next(row);
      if (WordXml.is(row, "tr")) {
        Token opening = openOverCells(row);
        if (opening == null) {
          WordXml.children(row).forEach(cell -> fill(cell, scope));
        } else {
          next = rowSection(row, opening, scope);
        }
      } else if (!WordXml.is(row, "tblPr") && !WordXml.is(row, "tblGrid")) {
        rows(row, scope);
      }
      row = next;
    }
  }

  private @Nullable Element rowSection(Element first, Token opening, Scope scope) {
    List<Element> rows = new ArrayList<>();
    Token closing = null;
    for (Element row = first; row != null && closing == null; row = WordXml.next(row)) {
      rows.add(row);
      closing = closeOf(row, opening);
    }
    Element last = rows.getLast();
    Element next = closing == null ? WordXml.next(first) : WordXml.next(last);
    // The tags go first; what is copied then is rows without them.
    removeTag(opening);
    if (closing == null) {
      problems.add(new Problem(Problem.Kind.NOT_CLOSED, opening.name()));
      WordXml.children(first).forEach(cell -> fill(cell, scope));
      return next;
    }
    removeTag(closing);
    switch (open(opening, scope)) {
      case Scope.Section.Times times -> repeat(rows, first, times.scopes());
      case Scope.Section.Unknown unknown ->
          first.getParentNode().insertBefore(saying(unknown.text(), first), first);
    }
    rows.forEach(WordXml::remove);
    return next;
  }

  /// The first tag of a row that opens in one cell and is not closed in it.
  private static @Nullable Token openOverCells(Element row) {
    for (Element cell : WordXml.children(row)) {
      List<Token> open = new ArrayList<>();
      for (Token token : tokens(cell)) {
        if (token.opens()) {
          open.add(token);
        } else if (token.sign() == '/'
            && !open.isEmpty()
            && open.getLast().name().equals(token.name())) {
          open.removeLast();
        }
      }
      if (!open.isEmpty()) {
        return open.getFirst();
      }
    }
    return null;
  }

  private static @Nullable Token closeOf(Element row, Token opening) {
    int depth = 0;
    boolean after = !contains(row, opening.run());
    for (Token token : tokens(row)) {
      if (!after) {
        after = token.name().equals(opening.name()) && token.opens();
        continue;
      }
      if (token.name().equals(opening.name())) {
        if (token.opens()) {
          depth++;
        } else if (token.sign() == '/' && depth-- == 0) {
          return token;
        }
      }
    }
    return null;
  }

  private static boolean contains(Element ancestor, Node node) {
    for (Node up = node; up != null; up = up.getParentNode()) {
      if (up.isSameNode(ancestor)) {
        return true;
      }
    }
    return false;
  }

  private static List<Token> tokens(Element container) {
    List<Token> tokens = new ArrayList<>();
    for (Element paragraph : WordXml.descendants(container, "p")) {
      tokens.addAll(Token.in(paragraph));
    }
    return tokens;
  }

  private static void removeTag(Token token) {
    Element paragraph = (Element) token.run().getParentNode();
    token.remove();
    if (WordXml.is(paragraph, "p") && text(paragraph).isBlank()) {
      removeKeepingCell(paragraph);
    }
  }

  /// One cell over the whole width in place of the rows of a list that is not known.
  private static Element saying(String text, Element like) {
    Element row = (Element) like.cloneNode(true);
    List<Element> cells = WordXml.children(row, "tc");
    int width = cells.stream().mapToInt(Filler::gridSpan).sum();
    cells.stream().skip(1).forEach(WordXml::remove);
    Element cell = cells.getFirst();
    Element properties = WordXml.child(cell, "tcPr");
    if (properties == null) {
      properties = WordXml.element(cell, "tcPr");
      cell.insertBefore(properties, cell.getFirstChild());
    }
    WordXml.children(properties, "gridSpan").forEach(WordXml::remove);
    WordXml.children(properties, "tcW").forEach(WordXml::remove);
    Element span = WordXml.element(cell, "gridSpan");
    span.setAttributeNS(WordXml.W, "w:val", Integer.toString(width));
    properties.insertBefore(span, properties.getFirstChild());
    List<Element> paragraphs = WordXml.children(cell, "p");
    paragraphs.stream().skip(1).forEach(WordXml::remove);
    Element paragraph = paragraphs.getFirst();
    List<Element> runs = WordXml.descendants(paragraph, "r");
    runs.stream().skip(1).forEach(WordXml::remove);
    Element run;
    if (runs.isEmpty()) {
      run = WordXml.element(cell, "r");
      paragraph.appendChild(run);
    } else {
      run = runs.getFirst();
    }
    new Token(' ', "", run).replace(text);
    return row;
  }

  private static int gridSpan(Element cell) {
    String span = WordXml.attribute(WordXml.child(WordXml.child(cell, "tcPr"), "gridSpan"), "val");
    return span.matches("\\d{1,3}") ? Integer.parseInt(span) : 1;
  }

  /// Tags inside the text of one paragraph. One that held only what is not printed goes.
  private void inline(Element paragraph, Scope scope) {
    WordXml.descendants(paragraph, "txbxContent", "txbxContent").forEach(box -> fill(box, scope));
    if (Token.hasBroken(paragraph)) {
      problems.add(new Problem(Problem.Kind.BROKEN_TAG, excerpt(paragraph)));
    }
    if (!Token.in(paragraph).isEmpty()) {
      runs(paragraph, scope);
      if (text(paragraph).isBlank() && mayGo(paragraph)) {
        removeKeepingCell(paragraph);
      }
    }
  }

  private static boolean mayGo(Element paragraph) {
    return WordXml.descendants(paragraph, "drawing").isEmpty()
        && WordXml.descendants(paragraph, "pict").isEmpty()
        && WordXml.descendants(paragraph, "br").isEmpty()
        && WordXml.descendants(paragraph, "sectPr").isEmpty();
  }

  private static String excerpt(Element paragraph) {
    String text = text(paragraph).strip();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private void runs(Element paragraph, Scope scope) {
    List<Token> tokens = Token.in(paragraph);
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      if (token.opens()) {
        i = runSection(tokens, i, scope);
      } else if (token.sign() == '/') {
        problems.add(new Problem(Problem.Kind.NOT_OPENED, token.name()));
        token.remove();
      } else if (token.sign() == '!') {
        token.remove();
      } else {
        Problem problem = scope.problem(' ', token.name());
        if (problem != null) {
          problems.add(problem);
        }
        token.replace(scope.text(token.name()));
      }
      i++;
    }
  }

  /// Returns the place of the tag that ends the section.
  private int runSection(List<Token> tokens, int at, Scope scope) {
    Token opening = tokens.get(at);
    int end = closingToken(tokens, at);
    if (end < 0
        || !tokens.get(end).run().getParentNode().isSameNode(opening.run().getParentNode())) {
      problems.add(new Problem(Problem.Kind.NOT_CLOSED, opening.name()));
      opening.remove();
      return at;
    }
    Element closing = tokens.get(end).run();
    List<Element> inside = new ArrayList<>();
    for (Element run = WordXml.next(opening.run());
        run != null && !run.isSameNode(closing);
        run = WordXml.next(run)) {
      inside.add(run);
    }
    switch (open(opening, scope)) {
      case Scope.Section.Times times -> {
        for (Scope inner : times.scopes()) {
          Element holder = copies(inside, closing);
          runs(holder, inner);
          pour(holder, closing);
        }
        opening.remove();
      }
      case Scope.Section.Unknown unknown -> opening.replace(unknown.text());
    }
    inside.forEach(WordXml::remove);
    WordXml.remove(closing);
    return end;
  }

  private static int closingToken(List<Token> tokens, int at) {
    int depth = 0;
    for (int i = at; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.name().equals(tokens.get(at).name())) {
        depth += token.opens() ? 1 : token.sign() == '/' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private static String text(Element paragraph) {
    StringBuilder text = new StringBuilder();
    WordXml.descendants(paragraph, "t", "txbxContent")
        .forEach(t -> text.append(t.getTextContent()));
    return text.toString();
  }

  private static @Nullable Element firstElement(Element parent) {
    List<Element> children = WordXml.children(parent);
    return children.isEmpty() ? null : children.getFirst();
  }

  private static @Nullable Element previousElement(Element element) {
    Node node = element.getPreviousSibling();
    while (node != null && !(node instanceof Element)) {
      node = node.getPreviousSibling();
    }
    return (Element) node;
  }
}
