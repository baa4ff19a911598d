package dev.latchkey.sandbox.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;

/** The page at {@code /}: what this is and where things are. */
public final class LandingPage implements Handler {
  private static final Page PAGE = Page.named("landing");

  private final List<String> usernames;

  /** A page that names these users. */
  public LandingPage(List<String> usernames) {
    this.usernames = List.copyOf(usernames);
  }

  @Override
  public void handle(Context ctx) {
    PAGE.answer(ctx, 200, Map.of("origin", ctx.scheme() + "://" + ctx.host(), "users", usernames));
  }
}
