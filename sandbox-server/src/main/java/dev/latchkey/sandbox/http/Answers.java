package dev.latchkey.sandbox.http;

import io.javalin.http.Context;

/** Writes an answer onto a context: status, content type, body. */
public final class Answers {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  private Answers() {}

  /** Answers with {@code value} written as JSON. */
  public static void json(Context ctx, int status, Object value) {
    json(ctx, status, Json.write(value));
  }

  /** Answers with HTML. */
  public static void html(Context ctx, int status, String html) {
    ctx.status(status).contentType(HTML).result(html);
  }

  static void json(Context ctx, int status, String json) {
    ctx.status(status).contentType(JSON).result(json);
  }
}
