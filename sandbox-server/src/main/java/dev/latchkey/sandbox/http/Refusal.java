package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ends a request with a status and a JSON body. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String body;
  private final LinkedHashMap<String, String> headers;

  /** A refusal whose body is {@code body}, written as JSON. */
  public Refusal(int status, Object body) {
    this(status, Json.write(body), Map.of());
  }

  private Refusal(int status, String body, Map<String, String> headers) {
    // An answer, not a failure: nobody reads its stack trace.
    super("refused with status " + status, null, false, false);
    this.status = status;
    this.body = body;
    this.headers = new LinkedHashMap<>(headers);
  }

  /** A refusal with body {@code {"detail": …}}. */
  public static Refusal of(int status, String detail) {
    return new Refusal(status, new Detail(detail));
  }

  /** The same refusal with one more response header. */
  public Refusal withHeader(String name, String value) {
    Refusal copy = new Refusal(status, body, headers);
    copy.headers.put(name, value);
    return copy;
  }

  void answer(Context ctx) {
    headers.forEach(ctx::header);
    Answers.json(ctx, status, body);
  }

  private record Detail(String detail) {}
}
