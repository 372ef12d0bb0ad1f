package app.keyturn.testkit;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a property list (.plist) as strictly as its DTD demands, so that a mistake is found on systems without Apple's
 * {@code plutil}. Knows strings, booleans, arrays and dictionaries.
 */
public final class PropertyList {
    private static final String DTD = "-//Apple//DTD PLIST 1.0//EN";

    private PropertyList() {}

    /**
     * The dictionary of a property list, in its order.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    public static Map<String, Object> parse(String text) {
        Document document;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            document = builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
        require(document.getDoctype() != null && DTD.equals(document.getDoctype().getPublicId()), "another DTD");
        Element root = document.getDocumentElement();
        require(root.getTagName().equals("plist") && root.getAttribute("version").equals("1.0"), "no plist 1.0");
        List<Element> children = children(root);
        require(children.size() == 1 && children.getFirst().getTagName().equals("dict"), "not one dictionary");
        return dictionary(children.getFirst());
    }

    private static Map<String, Object> dictionary(Element dictionary) {
        List<Element> children = children(dictionary);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < children.size(); i += 2) {
            require(children.get(i).getTagName().equals("key"),
                    children.get(i).getTagName() + " where a key should be");
            String key = text(children.get(i));
            require(i + 1 < children.size(), key + " has no value");
            require(values.put(key, value(children.get(i + 1))) == null, key + " is there twice");
        }
        return values;
    }

    private static Object value(Element element) {
        return switch (element.getTagName()) {
            case "true", "false" -> {
                require(!element.hasChildNodes(), "a boolean with content");
                yield Boolean.valueOf(element.getTagName());
            }
            case "string" -> text(element);
            case "array" -> children(element).stream().map(PropertyList::value).toList();
            case "dict" -> dictionary(element);
            default -> throw new IllegalArgumentException("a value of the type " + element.getTagName());
        };
    }

    private static String text(Element element) {
        String text = element.getTextContent();
        require(!text.isBlank() && text.equals(text.strip()), "space around or instead of '" + text.strip() + "'");
        require(elements(element).isEmpty(), "an element in " + text);
        return text;
    }

    /** The elements in one that has only elements, comments, and space between them. */
    private static List<Element> children(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            require(node.getNodeType() != Node.TEXT_NODE || node.getTextContent().isBlank(),
                    "text in " + parent.getTagName());
        }
        return elements(parent);
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }
}
