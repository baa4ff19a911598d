package dev.latchkey.cli.exec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a program that is told how to reach a service.
 *
 * @param format how it is told
 * @param service the variables by which the service's own programs know these things
 * @param hidden the variables of this process that the program does not get
 */
public record Execution(Format format, ServiceVariables service, Set<String> hidden) {

  /** Where the service is. */
  public static final String BASE_URL = "LATCHKEY_BASE_URL";

  /** The credential alone. */
  public static final String TOKEN = "LATCHKEY_TOKEN";

  /** The whole header line. */
  public static final String HEADER = "LATCHKEY_HEADER";

  /** The file, where there is one. */
  public static final String FILE = "LATCHKEY_FILE";

  /** What Python's requests and others read a .netrc file from. */
  private static final String NETRC = "NETRC";

  /**
   * Runs a program to its end.
   *
   * @param command the program and its arguments
   * @param access how it reaches the service
   * @return what it ended with
   * @throws CannotRunException when it cannot be run
   */
  public int run(List<String> command, Access access) {
    Optional<String> text = format.file(access);
    if (text.isEmpty()) {
      return new Program(command).without(hidden).with(variables(service, access)).run();
    }
    try (PrivateFile file = PrivateFile.holding(text.get())) {
      Map<String, String> variables = new LinkedHashMap<>();
      variables.put(BASE_URL, access.baseUrl().toString());
      variables.put(FILE, file.path().toString());
      if (format == Format.NETRC) {
        variables.put(NETRC, file.path().toString());
      }
      return new Program(command).without(hidden).with(variables).run();
    }
  }

  /**
   * Tells a program how to reach a service.
   *
   * @param service the variables of the service's own
   * @param access how to reach it
   * @return variables by name; some are secret
   */
  public static Map<String, String> variables(ServiceVariables service, Access access) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(BASE_URL, access.baseUrl().toString());
    variables.put(TOKEN, access.token());
    access.header().ifPresent(header -> variables.put(HEADER, header));
    variables.putAll(service.leadingTo(access));
    return variables;
  }
}
