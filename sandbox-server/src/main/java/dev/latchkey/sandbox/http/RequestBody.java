package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads request bodies, up to a limit. */
public final class RequestBody {
  /** The largest body taken, in bytes. */
  public static final int LIMIT = 64 * 1024;

  private RequestBody() {}

  /** A handler that refuses a request announcing a body over the limit. */
  public static Handler gate() {
    return ctx -> {
      if (ctx.req().getContentLengthLong() > LIMIT) {
        throw tooLarge();
      }
    };
  }

  /** The whole body; refuses with 413 if it is over the limit, announced or not. */
  public static byte[] read(Context ctx) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "Request body is larger than " + LIMIT + " bytes.");
  }
}
