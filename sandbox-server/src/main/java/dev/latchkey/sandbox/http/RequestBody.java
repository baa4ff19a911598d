package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads request bodies, up to a limit. */
public final class RequestBody {
  /** The largest body taken, in bytes. */
  public static final int LIMIT = 64 * 1024;

  /** How much of a refused body is read, so that its sender gets to see the refusal. */
  private static final int DISCARDED = 1024 * 1024;

  private RequestBody() {}

  /** A handler that refuses a request announcing a body over the limit. */
  public static Handler gate() {
    return ctx -> {
      if (ctx.req().getContentLengthLong() > LIMIT) {
        throw tooLarge(ctx);
      }
    };
  }

  /** The whole body; refuses with 413 if it is over the limit, announced or not. */
  public static byte[] read(Context ctx) {
    try {
      byte[] bytes = ctx.bodyInputStream().readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw tooLarge(ctx);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jetty cuts the connection of whoever is still sending when the answer is there. */
  private static Refusal tooLarge(Context ctx) {
    byte[] buffer = new byte[8192];
    int left = DISCARDED;
    try (InputStream in = ctx.bodyInputStream()) {
      for (int read = 0; read >= 0 && left > 0; read = in.read(buffer)) {
        left -= read;
      }
    } catch (IOException e) {
      // The sender has gone: there is nobody left to refuse.
      throw new UncheckedIOException(e);
    }
    return Refusal.of(413, "Request body is larger than " + LIMIT + " bytes.");
  }
}
