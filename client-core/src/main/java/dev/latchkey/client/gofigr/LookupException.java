package dev.latchkey.client.gofigr;

import dev.latchkey.auth.ServerText;
import dev.latchkey.client.ApiException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** What was asked for by name or id does not exist, or exists more than once. */
public final class LookupException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MOST_LISTED = 20;

  LookupException(String message) {
    super(message, null);
  }

  /** Says that there is none, and what there is. */
  static LookupException none(String kind, String wanted, List<String> there) {
    String rest = there.isEmpty() ? "There is none at all." : "There are: " + listed(there) + ".";
    return new LookupException("There is no " + kind + " '" + clean(wanted) + "'. " + rest);
  }

  /** Says that there are several, and how to tell them apart. */
  static LookupException several(String kind, String wanted, List<String> there) {
    return new LookupException(
        "There are "
            + there.size()
            + " of the name: "
            + kind
            + " '"
            + clean(wanted)
            + "'. Use the id of one: "
            + listed(there)
            + ".");
  }

  private static String listed(List<String> there) {
    String first = there.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
    int others = there.size() - MOST_LISTED;
    return others > 0 ? first + " and " + others + " more" : first;
  }

  /** How a thing is listed in an error. */
  static String entry(String name, String id) {
    return "'" + clean(name) + "' (" + clean(id) + ")";
  }

  private static String clean(String text) {
    return ServerText.clean(text);
  }
}
