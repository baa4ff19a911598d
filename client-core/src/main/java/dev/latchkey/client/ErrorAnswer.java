package dev.latchkey.client;

import dev.latchkey.auth.ServerText;
import dev.latchkey.client.internal.pipeline.Reply;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an error of an answer: what the server says, cut, cleaned of control characters (which a
 * terminal would obey), and of the secrets it may repeat.
 */
final class ErrorAnswer {

  private ErrorAnswer() {}

  /**
   * Makes the error.
   *
   * @param request what was asked
   * @param reply what was answered, with a status of 400 or more
   */
  static ApiStatusException of(ApiRequest request, Reply reply) {
    String said = ServerText.of(reply.json());
    String detail = reply.sent().map(c -> said.replace(c.secret().reveal(), "****")).orElse(said);
    String message =
        request
            + " failed with status "
            + reply.status()
            + (detail.isEmpty() ? "" : ": " + withoutFullStop(detail))
            + ". "
            + advice(reply);
    return new ApiStatusException(message.trim(), new ApiResponse(reply), code(reply.json()));
  }

  private static Optional<String> code(@Nullable Object json) {
    return json instanceof Map<?, ?> fields && fields.get("code") instanceof String code
        ? Optional.of(code)
        : Optional.empty();
  }

  private static String withoutFullStop(String line) {
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static String advice(Reply reply) {
    return switch (reply.status()) {
      case 401 -> "Log in again, or check the key.";
      case 403 -> "This account or key has no right to it.";
      case 404 -> "Check the path; lists end in a slash.";
      case 429 ->
          "Wait "
              + reply.header("Retry-After").map(s -> ServerText.clean(s) + " s ").orElse("")
              + "before trying again.";
      default -> reply.status() >= 500 ? "The server failed; try again later." : "";
    };
  }
}
