package dev.latchkey.cli.proxy;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A method and paths that callers may use: {@code GET:studies/*}. A path begins at the base URL, or
 * at its root with a slash; {@code *} stands for anything but a slash, {@code **} for anything, and
 * for the method {@code *} for every one.
 */
final class AllowRule {

  private static final Pattern SYNTAX = Pattern.compile("(\\*|[A-Za-z]{1,20}):(\\S+)");
  private static final Pattern PART = Pattern.compile("\\*\\*|\\*|[^*]+");

  private final String method;
  private final Pattern path;

  private AllowRule(String method, Pattern path) {
    this.method = method;
    this.path = path;
  }

  /** Everything below the base URL. */
  static AllowRule below(URI baseUrl) {
    return new AllowRule("*", Pattern.compile(Pattern.quote(baseUrl.getPath()) + ".*"));
  }

  /**
   * Reads a rule.
   *
   * @throws ProxyException when it is none
   */
  static AllowRule of(String text, URI baseUrl) {
    Matcher rule = SYNTAX.matcher(text);
    if (!rule.matches()) {
      throw new ProxyException(
          "A rule is a method and a path, such as --allow 'GET:studies/**'.", null);
    }
    String glob = rule.group(2).startsWith("/") ? rule.group(2) : baseUrl.getPath() + rule.group(2);
    String expression =
        PART.matcher(glob)
            .results()
            .map(part -> expression(part.group()))
            .collect(Collectors.joining());
    return new AllowRule(rule.group(1).toUpperCase(Locale.ROOT), Pattern.compile(expression));
  }

  private static String expression(String part) {
    return switch (part) {
      case "**" -> ".*";
      case "*" -> "[^/]*";
      default -> Pattern.quote(part);
    };
  }

  /** Whoever may GET may also ask for the head alone. */
  boolean allows(String asked, String askedPath) {
    boolean fits =
        method.equals("*")
            || method.equals(asked)
            || (method.equals("GET") && asked.equals("HEAD"));
    return fits && path.matcher(askedPath).matches();
  }
}
