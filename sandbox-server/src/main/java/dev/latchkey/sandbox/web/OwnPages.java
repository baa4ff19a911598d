package dev.latchkey.sandbox.web;

import dev.latchkey.sandbox.http.FormBody;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.http.RequestBody;
import io.javalin.http.Context;
import java.util.Map;

/** What the sandbox's own pages have in common. */
public final class OwnPages {
  /** What somebody is told who has not logged in. */
  public static final String WRONG = "Wrong user name or password.";

  private static final String FORM = "latchkey.form";

  private OwnPages() {}

  /** What somebody is told who may not try to log in for a while. */
  public static String tooMany(Context ctx, long seconds) {
    ctx.header("Retry-After", Long.toString(seconds));
    return "Too many logins have failed. Try again in %d seconds.".formatted(seconds);
  }

  /** Refuses a request that a page of another origin makes; a request by no page may pass. */
  public static void requireOrigin(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null && !origin.equals(ctx.scheme() + "://" + ctx.host())) {
      throw Refusal.of(403, "Forms are taken from this site's own pages only.");
    }
  }

  /** The fields of a form; 400 if it cannot be read. */
  public static Map<String, String> form(Context ctx) {
    Map<String, String> known = ctx.attribute(FORM);
    if (known != null) {
      return known;
    }
    try {
      Map<String, String> form = FormBody.parse(RequestBody.read(ctx));
      ctx.attribute(FORM, form);
      return form;
    } catch (IllegalArgumentException e) {
      throw Refusal.of(400, "The form cannot be read.");
    }
  }

  /** Sends a browser to another page, which a reload then loads again, and nothing else. */
  public static void seeOther(Context ctx, String path) {
    ctx.status(303).header("Location", path).header("Cache-Control", "no-store");
  }
}
