package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;

/** What goes wrong below HTTP, on purpose. */
public final class Wire {
  private static final String CUT = "latchkey.cut";
  private static final String UNANSWERED = "latchkey.unanswered";

  private Wire() {}

  /** Ends the connection instead of an answer. */
  public static void drop(Context ctx) {
    ctx.attribute(UNANSWERED, true);
    endPoint(ctx).close();
  }

  /** Resets the connection instead of an answer: its peer reads an error, not an end. */
  public static void reset(Context ctx) throws IOException {
    ctx.attribute(UNANSWERED, true);
    EndPoint end = endPoint(ctx);
    if (end.getTransport() instanceof SocketChannel channel) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    end.close();
  }

  /** Whether the connection was ended before there was an answer. */
  public static boolean isUnanswered(Context ctx) {
    return ctx.attribute(UNANSWERED) != null;
  }

  /** Ends the connection after the first {@code bytes} of the body, which is announced in full. */
  public static void cutAfter(Context ctx, long bytes) {
    ctx.attribute(CUT, bytes);
  }

  /** Cuts a body that is all there and not yet sent; for an {@code after} handler. */
  public static void cutResult(Context ctx) throws IOException {
    if (ctx.attribute(CUT) == null || ctx.res().isCommitted()) {
      return;
    }
    byte[] body = ctx.resultInputStream() == null ? new byte[0] : readAll(ctx);
    ctx.res().setContentLengthLong(body.length);
    try (OutputStream out = stream(ctx)) {
      out.write(body);
    }
  }

  /** Where to write a body past Javalin, which would compress it. */
  public static OutputStream stream(Context ctx) throws IOException {
    OutputStream out = ctx.res().getOutputStream();
    Long cut = ctx.attribute(CUT);
    return cut == null ? out : new Cutting(ctx, out, cut);
  }

  private static byte[] readAll(Context ctx) throws IOException {
    try (var in = ctx.resultInputStream()) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  static ConnectionMetaData connection(Context ctx) {
    return ServletContextRequest.getServletContextRequest(ctx.req()).getConnectionMetaData();
  }

  private static EndPoint endPoint(Context ctx) {
    return connection(ctx).getConnection().getEndPoint();
  }

  private static final class Cutting extends FilterOutputStream {
    private final Context ctx;
    private long left;

    Cutting(Context ctx, OutputStream out, long left) {
      super(out);
      this.ctx = ctx;
      this.left = left;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length < left) {
        out.write(bytes, offset, length);
        left -= length;
        return;
      }
      out.write(bytes, offset, (int) left);
      out.flush();
      endPoint(ctx).close();
      throw new Gone();
    }
  }
}
