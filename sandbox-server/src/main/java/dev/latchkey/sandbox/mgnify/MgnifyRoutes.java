package dev.latchkey.sandbox.mgnify;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.HeldAnswer;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.token.SlidingTokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/** Every path of MGnify's side. */
public final class MgnifyRoutes {
  /** Where they begin. */
  public static final String BASE = "/metagenomics/api/v2/";

  private static final List<String> LISTS = List.of("my-data/studies", "studies");

  private final SlidingAuth auth;
  private final Studies studies;
  private final HeldAnswer held;

  /** Routes for these users and tokens. */
  public MgnifyRoutes(Accounts accounts, SlidingTokens tokens, MgnifySettings settings) {
    this.auth =
        new SlidingAuth(
            accounts,
            tokens,
            settings.refreshesAfterExpiry() ? tokens::refreshAfterExpiry : tokens::refresh);
    this.studies =
        new Studies(
            new StudyCatalog(settings.usernames(), settings.privateStudies()),
            new BearerCheck(tokens));
    this.held = new HeldAnswer(settings.delay());
  }

  /** Registers them. */
  public void addTo(RoutesConfig routes) {
    List.of(
            Endpoint.at(BASE + "auth/sliding").on(POST, held.before(auth::obtain)),
            Endpoint.at(BASE + "auth/sliding/refresh").on(POST, held.before(auth::refresh)),
            Endpoint.at(BASE + "auth/verify").on(POST, held.before(auth::verify)),
            Endpoint.at(BASE + "my-data/studies/").on(GET, studies::mine),
            Endpoint.at(BASE + "studies/").on(GET, studies::everybodys),
            Endpoint.at(BASE + "studies/{accession}").on(GET, studies::one))
        .forEach(endpoint -> endpoint.addTo(routes, MgnifyRoutes::notAllowed));
    LISTS.forEach(list -> routes.get(BASE + list, MgnifyRoutes::addSlash));
  }

  private static Handler notAllowed(String allowed) {
    return ctx ->
        ctx.status(405)
            .header("Allow", allowed)
            .contentType("text/html; charset=utf-8")
            .result("Method not allowed");
  }

  private static void addSlash(Context ctx) {
    String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
    ctx.status(301)
        .contentType("text/html; charset=utf-8")
        .header("Location", ctx.path() + "/" + query);
  }
}
