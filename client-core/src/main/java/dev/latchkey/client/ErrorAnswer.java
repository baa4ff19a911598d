package dev.latchkey.client;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.ServerText;
import dev.latchkey.client.ApiStatusException.FieldProblem;
import dev.latchkey.client.internal.pipeline.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes an error of an answer: what the server says, cut, cleaned of control characters (which a
 * terminal would obey), and of the secrets it may repeat.
 */
final class ErrorAnswer {

  private static final int MOST_PROBLEMS = 50;

  private ErrorAnswer() {}

  /**
   * Makes the error.
   *
   * @param request what was asked
   * @param reply what was answered, with a status of 400 or more
   */
  static ApiStatusException of(ApiRequest request, Reply reply) {
    Object body = reply.json();
    List<Secret> sent = reply.sent().map(Credential::secret).stream().toList();
    String detail = detail(reply, body, sent);
    Optional<Duration> wait = reply.retryAfter(Instant.now());
    String message =
        request
            + " failed with status "
            + reply.status()
            + (detail.isEmpty() ? "" : ": " + withoutFullStop(detail))
            + ". "
            + advice(reply, wait);
    ApiStatusException.ErrorReport report =
        new ApiStatusException.ErrorReport(
            new ApiResponse(reply), code(body), problems(body, sent), wait);
    return typed(message.trim(), report);
  }

  private static String detail(Reply reply, @Nullable Object body, List<Secret> sent) {
    if (body == null && reply.isPage()) {
      return "an HTML page";
    }
    boolean text = body == null && reply.isText();
    return ServerText.of(text ? Map.of("detail", reply.text()) : body, sent).strip();
  }

  private static List<FieldProblem> problems(@Nullable Object body, List<Secret> sent) {
    return ServerText.problems(body, sent).entrySet().stream()
        .flatMap(
            field -> field.getValue().stream().map(text -> new FieldProblem(field.getKey(), text)))
        .limit(MOST_PROBLEMS)
        .toList();
  }

  private static ApiStatusException typed(String message, ApiStatusException.ErrorReport report) {
    int status = report.response().status();
    return switch (status) {
      case 400, 422 -> new ApiStatusException.BadRequest(message, report);
      case 401 -> new ApiStatusException.Unauthorized(message, report);
      case 403 -> new ApiStatusException.Forbidden(message, report);
      case 404 -> new ApiStatusException.NotFound(message, report);
      case 409 -> new ApiStatusException.Conflict(message, report);
      case 429 -> new ApiStatusException.TooManyRequests(message, report);
      default ->
          status >= 500
              ? new ApiStatusException.ServerError(message, report)
              : new ApiStatusException(message, report);
    };
  }

  private static Optional<String> code(@Nullable Object json) {
    return json instanceof Map<?, ?> fields && fields.get("code") instanceof String code
        ? Optional.of(code)
        : Optional.empty();
  }

  private static String withoutFullStop(String line) {
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static String advice(Reply reply, Optional<Duration> wait) {
    return switch (reply.status()) {
      case 401 -> ofRefusedCredential(reply.sent());
      case 403 -> "This account or key has no right to it.";
      case 404 -> "Check the path; lists end in a slash.";
      case 429 ->
          "Wait "
              + wait.map(time -> time.plusMillis(999).toSeconds() + " s ").orElse("")
              + "before trying again.";
      default -> reply.status() >= 500 ? "The server failed; try again later." : "";
    };
  }

  private static String ofRefusedCredential(Optional<Credential> sent) {
    if (sent.isEmpty()) {
      return "It is not for everybody: log in, or use a key.";
    }
    boolean session =
        sent.get().placement() instanceof Placement.Header header
            && header.scheme().equals("Bearer");
    return session
        ? "Log in again."
        : "Check the key: it may be mistyped, revoked or expired, or its owner may have left its"
            + " workspace. See 'latchkey keys list', or make a new one with 'latchkey keys create"
            + " NAME'.";
  }
}
