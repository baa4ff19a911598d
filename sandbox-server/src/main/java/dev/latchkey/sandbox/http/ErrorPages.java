package dev.latchkey.sandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when a handler throws: a refusal's own body, or one of Django's HTML pages. */
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private ErrorPages() {}

  /** Registers the pages. */
  public static void addTo(RoutesConfig routes) {
    routes.exception(Refusal.class, Refusal::answer);
    routes.exception(NotFoundResponse.class, (e, ctx) -> notFound(ctx));
    routes.exception(OddRequest.class, (e, ctx) -> serverError(ctx));
    routes.exception(Gone.class, (e, ctx) -> LOG.debug("The connection was ended on purpose"));
    routes.exception(Exception.class, ErrorPages::unexpected);
  }

  private static void notFound(Context ctx) {
    Answers.html(
        ctx, 404, page("Not Found", "<p>The requested resource was not found on this server.</p>"));
  }

  private static void unexpected(Exception e, Context ctx) {
    LOG.error("{} failed", ctx.method(), e);
    serverError(ctx);
  }

  private static void serverError(Context ctx) {
    // Django's own page knows nothing of what the view would have allowed.
    ctx.res().setHeader("Allow", null);
    Answers.html(ctx, 500, page("Server Error (500)", "<p></p>"));
  }

  private static String page(String title, String text) {
    return """

        <!doctype html>
        <html lang="en">
        <head>
          <title>%1$s</title>
        </head>
        <body>
          <h1>%1$s</h1>%2$s
        </body>
        </html>
        """
        .formatted(title, text);
  }
}
