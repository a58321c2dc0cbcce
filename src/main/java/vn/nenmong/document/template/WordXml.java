package vn.nenmong.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Walking WordprocessingML.
final class WordXml {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";

  private WordXml() {}

  /// No document type, no entities, no deep nesting: a part comes from outside.
  static Document parse(byte[] xml) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(MAX_DEPTH, "250");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] write(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      document.setXmlStandalone(true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean is(@Nullable Node node, String name) {
    return node instanceof Element element
        && name.equals(element.getLocalName())
        && W.equals(element.getNamespaceURI());
  }

  static List<Element> children(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(element -> is(element, name)).toList();
  }

  static @Nullable Element child(@Nullable Element parent, String name) {
    if (parent == null) {
      return null;
    }
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && is(element, name)) {
        return element;
      }
    }
    return null;
  }

  static @Nullable Element next(Element element) {
    Node node = element.getNextSibling();
    while (node != null && !(node instanceof Element)) {
      node = node.getNextSibling();
    }
    return (Element) node;
  }

  /// Elements of a name below one, in the order of the document.
  static List<Element> descendants(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    collect(parent, name, "", found);
    return found;
  }

  /// The same, without those inside an element of another name.
  static List<Element> descendants(Element parent, String name, String notInside) {
    List<Element> found = new ArrayList<>();
    collect(parent, name, notInside, found);
    return found;
  }

  private static void collect(Element parent, String name, String notInside, List<Element> found) {
    for (Element child : children(parent)) {
      if (is(child, name)) {
        found.add(child);
      }
      if (!is(child, notInside)) {
        collect(child, name, notInside, found);
      }
    }
  }

  static Element element(Node beside, String name) {
    Document document = beside instanceof Document d ? d : beside.getOwnerDocument();
    return document.createElementNS(W, "w:" + name);
  }

  static String attribute(@Nullable Element element, String name) {
    return element == null ? "" : element.getAttributeNS(W, name);
  }

  static void remove(Node node) {
    Node parent = node.getParentNode();
    if (parent != null) {
      parent.removeChild(node);
    }
  }

  /// Puts an element's children in its place.
  static void unwrap(Element element) {
    Node parent = element.getParentNode();
    while (element.getFirstChild() != null) {
      parent.insertBefore(element.getFirstChild(), element);
    }
    parent.removeChild(element);
  }
}
