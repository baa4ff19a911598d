package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads request bodies, up to a limit. */
public final class RequestBody {
  /** The largest body taken, in bytes. */
  public static final int LIMIT = 64 * 1024;

  /** How much of a refused body is read, so that its sender gets to see the refusal. */
  private static final int DISCARDED = 1024 * 1024;

  /** A body that trickles in ties up a thread. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private RequestBody() {}

  /** A handler that refuses a request announcing a body over the limit. */
  public static Handler gate() {
    return ctx -> {
      if (ctx.req().getContentLengthLong() > LIMIT) {
        throw tooLarge(ctx);
      }
    };
  }

  /**
   * The whole body; refuses with 413 if it is over the limit, announced or not, and with 408 if it
   * takes too long.
   */
  public static byte[] read(Context ctx) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    long start = System.nanoTime();
    try {
      InputStream in = ctx.bodyInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        body.write(buffer, 0, read);
        if (body.size() > LIMIT) {
          throw tooLarge(ctx);
        }
        if (System.nanoTime() - start > LONGEST.toNanos()) {
          throw Refusal.of(408, "The request body took too long.")
              .withHeader("Connection", "close");
        }
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The body's type with its parameters, as it was sent: Javalin's own reading of it fails for a
   * charset that nobody knows.
   */
  public static @Nullable String type(Context ctx) {
    return ctx.header(Header.CONTENT_TYPE);
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
