package dev.latchkey.client;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server answered with an error: a status of 400 or more. Its subclasses are the errors that
 * programs tell apart.
 */
public class ApiStatusException extends ApiException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient ErrorReport report;

  ApiStatusException(String message, ErrorReport report) {
    super(message, null);
    this.report = report;
  }

  /** {@return the HTTP status} */
  public int status() {
    return report.response().status();
  }

  /** {@return the machine-readable code in the body, such as {@code token_not_valid}, if any} */
  public Optional<String> code() {
    return report.code();
  }

  /**
   * {@return what the server says is wrong with which field, cut and cleaned; empty unless it says
   * so}
   */
  public List<FieldProblem> problems() {
    return report.problems();
  }

  /** {@return how long the server asks to wait, if it does} */
  public Optional<Duration> retryAfter() {
    return report.retryAfter();
  }

  /** {@return the whole answer, which may hold what the message leaves out} */
  public ApiResponse response() {
    return report.response();
  }

  /**
   * What is wrong with a field of a request.
   *
   * @param field its name, with dots between the levels; empty when the problem is with the whole
   * @param message what the server says of it
   */
  public record FieldProblem(String field, String message) {}

  record ErrorReport(
      ApiResponse response,
      Optional<String> code,
      List<FieldProblem> problems,
      Optional<Duration> retryAfter) {}

  /** 400 or 422: something is wrong with the request; {@link #problems()} may tell what. */
  public static final class BadRequest extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    BadRequest(String message, ErrorReport report) {
      super(message, report);
    }
  }

  /** 401: the credential was refused, also after its renewal. */
  public static final class Unauthorized extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    Unauthorized(String message, ErrorReport report) {
      super(message, report);
    }
  }

  /** 403: this account or key has no right to it. */
  public static final class Forbidden extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    Forbidden(String message, ErrorReport report) {
      super(message, report);
    }
  }

  /** 404: there is no such thing, or none that this account may see. */
  public static final class NotFound extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    NotFound(String message, ErrorReport report) {
      super(message, report);
    }
  }

  /** 409: it does not go with what is there. */
  public static final class Conflict extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    Conflict(String message, ErrorReport report) {
      super(message, report);
    }
  }

  /** 429: the server wants fewer requests; {@link #retryAfter()} may tell when. */
  public static final class TooManyRequests extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    TooManyRequests(String message, ErrorReport report) {
      super(message, report);
    }
  }

  /** 500 and above: the server, or something on the way to it, failed. */
  public static final class ServerError extends ApiStatusException {

    @Serial private static final long serialVersionUID = 1L;

    ServerError(String message, ErrorReport report) {
      super(message, report);
    }
  }
}
