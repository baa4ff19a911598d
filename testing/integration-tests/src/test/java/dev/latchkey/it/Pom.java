package dev.latchkey.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a module's own pom.xml says. */
final class Pom {

  private static final Set<String> ON_THE_CLASS_PATH = Set.of("compile", "runtime");

  private final Element project;

  private Pom(Element project) {
    this.project = project;
  }

  static Pom root() {
    return read(Reactor.root().resolve("pom.xml"));
  }

  static Pom of(String module) {
    return read(Reactor.root().resolve(module).resolve("pom.xml"));
  }

  private static Pom read(Path file) {
    try (var in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return new Pom(factory.newDocumentBuilder().parse(in).getDocumentElement());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  /** {@return the modules of a build, in its order} */
  List<String> modules() {
    return texts("module").toList();
  }

  /** {@return every dependency, whatever its scope; not those that are only managed} */
  List<Dependency> dependencies() {
    return elements("dependency")
        .filter(d -> d.getParentNode().getParentNode().isSameNode(project))
        .map(Dependency::of)
        .toList();
  }

  /** {@return the artifacts that whoever depends on this module has on the class path, too} */
  Set<String> artifacts() {
    return dependencies().stream()
        .filter(dependency -> ON_THE_CLASS_PATH.contains(dependency.scope()))
        .map(Dependency::artifact)
        .collect(Collectors.toSet());
  }

  /** {@return every version that is given, but for that of the parent} */
  List<String> versions() {
    return elements("version")
        .filter(version -> !((Element) version.getParentNode()).getTagName().equals("parent"))
        .map(Element::getTextContent)
        .toList();
  }

  /** {@return the names of the properties} */
  List<String> properties() {
    return elements("properties")
        .flatMap(properties -> elements(properties.getElementsByTagName("*")))
        .map(Element::getTagName)
        .toList();
  }

  private Stream<String> texts(String name) {
    return elements(name).map(Element::getTextContent);
  }

  private Stream<Element> elements(String name) {
    return elements(project.getElementsByTagName(name));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }

  /**
   * A dependency.
   *
   * @param artifact its artifact id
   * @param scope its scope
   */
  record Dependency(String artifact, String scope) {

    private static Dependency of(Element element) {
      return new Dependency(text(element, "artifactId", ""), text(element, "scope", "compile"));
    }

    private static String text(Element element, String name, String otherwise) {
      return elements(element.getElementsByTagName(name))
          .filter(child -> child.getParentNode().isSameNode(element))
          .map(Element::getTextContent)
          .findFirst()
          .orElse(otherwise);
    }
  }
}
