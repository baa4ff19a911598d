package dev.latchkey.it;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Java code of a document, made whole where it shows statements only: those may use {@code client},
 * a client for MGnify.
 *
 * @param mainClass the name of its first class, with the package
 * @param source the compilation unit
 */
record JavaSnippet(String mainClass, String source) {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+[^;]+;\\n?");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:(?:public|final|abstract|sealed) )*(?:class|interface|record|enum) (\\w+)");

  private static final String STATEMENTS =
      """
      import dev.latchkey.auth.*;
      import dev.latchkey.client.*;
      import java.net.URI;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      %s
      public class Statements {
        static final ApiClient client = ApiClient.forProfile("mgnify");

        public static void main(String[] arguments) throws Exception {
      %s
        }
      }
      """;

  static JavaSnippet of(Snippet snippet) {
    String text = snippet.text();
    Matcher type = TYPE.matcher(text);
    if (type.find()) {
      return new JavaSnippet(packageOf(text) + type.group(1), text);
    }
    String imports =
        IMPORT.matcher(text).results().map(MatchResult::group).collect(Collectors.joining());
    return new JavaSnippet(
        "Statements", STATEMENTS.formatted(imports, IMPORT.matcher(text).replaceAll("")));
  }

  private static String packageOf(String text) {
    Matcher declaration = PACKAGE.matcher(text);
    return declaration.find() ? declaration.group(1) + "." : "";
  }

  /** {@return where it belongs below a root of sources} */
  String file() {
    return mainClass.replace('.', '/') + ".java";
  }

  boolean hasMain() {
    return source.contains("static void main(String");
  }
}
