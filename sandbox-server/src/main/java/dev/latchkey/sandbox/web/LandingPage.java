package dev.latchkey.sandbox.web;

import dev.latchkey.sandbox.http.Answers;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.stream.Collectors;

/** The page at {@code /}: what this is and where things are. */
public final class LandingPage implements Handler {
  private final List<String> usernames;

  /** A page that names these users. */
  public LandingPage(List<String> usernames) {
    this.usernames = List.copyOf(usernames);
  }

  @Override
  public void handle(Context ctx) {
    ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    Answers.html(ctx, 200, page("http://" + escape(String.valueOf(ctx.host()))));
  }

  private String page(String origin) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <title>Latchkey sandbox</title>
          <style>body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 42rem }</style>
        </head>
        <body>
          <h1>Latchkey sandbox</h1>
          <p>An offline twin of two services, for trying out and testing clients. Nothing here is
          real, and nothing leaves this machine.</p>
          <dl>
            <dt>MGnify, sliding tokens</dt><dd><code>%1$s/metagenomics/api/v2/</code></dd>
            <dt>GoFigr, API keys</dt><dd><code>%1$s/api/v1.4.1/</code></dd>
          </dl>
          <h2>Users</h2>
          <ul>
        %2$s
          </ul>
        </body>
        </html>
        """
        .formatted(origin, users());
  }

  private String users() {
    return usernames.stream()
        .map(name -> "    <li><code>" + escape(name) + "</code></li>")
        .collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
