package dev.latchkey.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an authentication endpoint. Its JSON body is a tree of {@code Map<String, Object>},
 * {@code List<Object>}, {@code String}, {@code Number}, {@code Boolean} and null. Immutable, and
 * shows only its status, since the body may hold a token.
 */
public final class AuthReply {

  private final int status;
  private final @Nullable Object body;
  private final Optional<Duration> retryAfter;
  private final Optional<Instant> date;
  private final List<Secret> sent;

  private AuthReply(Draft draft) {
    this.status = draft.status;
    this.body = draft.body;
    this.retryAfter = draft.retryAfter;
    this.date = draft.date;
    this.sent = draft.sent;
  }

  /**
   * Holds an answer.
   *
   * @param status the HTTP status
   * @param body the JSON body as a tree, or null where there is none or it is not JSON
   * @return the answer
   */
  public static AuthReply of(int status, @Nullable Object body) {
    return new AuthReply(new Draft(status, body));
  }

  /**
   * Gives a copy with what the server said of time.
   *
   * @param retryAfter how long the server asks to wait ({@code Retry-After}), if it does
   * @param date the server's clock ({@code Date}), if it told it
   * @return the copy
   */
  public AuthReply withTimes(Optional<Duration> retryAfter, Optional<Instant> date) {
    Draft draft = new Draft(this);
    draft.retryAfter = retryAfter;
    draft.date = date;
    return new AuthReply(draft);
  }

  /**
   * Gives a copy that knows what it answers, so that {@link #reason()} does not repeat a secret
   * which the server was sent. The client that lends the exchange does this.
   *
   * @param call the call that it answers
   * @return the copy
   */
  public AuthReply to(AuthCall call) {
    Draft draft = new Draft(this);
    draft.sent = call.secrets();
    return new AuthReply(draft);
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /** {@return whether the status is 200 to 299} */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** {@return how long the server asks to wait, if it does} */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** {@return the server's clock, if it told it} */
  public Optional<Instant> date() {
    return date;
  }

  /**
   * Reads a text field of the body.
   *
   * @param field the field's name
   * @return its value, or empty when the body is no object or the field is no text
   */
  public Optional<String> text(String field) {
    return body instanceof Map<?, ?> map && map.get(field) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** {@return the body as an object; empty when it is none} */
  public Optional<Map<?, ?>> object() {
    return body instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
  }

  /**
   * {@return what the body says of a failure, for people, without the secrets of the call; empty
   * when it says nothing}
   */
  public String reason() {
    return ServerText.of(body, sent);
  }

  /** {@return the body as a list; empty when it is none} */
  public Optional<List<?>> list() {
    return body instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  /** {@return the status alone} */
  @Override
  public String toString() {
    return "AuthReply[status " + status + "]";
  }

  private static final class Draft {
    private final int status;
    private final @Nullable Object body;
    private Optional<Duration> retryAfter = Optional.empty();
    private Optional<Instant> date = Optional.empty();
    private List<Secret> sent = List.of();

    Draft(int status, @Nullable Object body) {
      this.status = status;
      this.body = body;
    }

    Draft(AuthReply reply) {
      this(reply.status, reply.body);
      this.retryAfter = reply.retryAfter;
      this.date = reply.date;
      this.sent = reply.sent;
    }
  }
}
