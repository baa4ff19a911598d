package dev.latchkey.sandbox.gofigr;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;

import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.HeldAnswer;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.token.TokenPairs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.List;

/** Every path of GoFigr's side. */
public final class GofigrRoutes {
  /** Where all but the token endpoints begin. */
  public static final String BASE = "/api/v1.4.1/";

  private final PairEndpoints pairs;
  private final UserEndpoints users;
  private final ApiKeyEndpoints keys;
  private final WorkspaceEndpoints workspaces;
  private final MemberEndpoints members;
  private final AnalysisEndpoints analyses;
  private final HeldAnswer held;

  /** Routes to these stores. */
  public GofigrRoutes(
      GofigrStores stores, Logins logins, TokenPairs tokens, GofigrSettings settings) {
    Callers callers = new Callers(stores.accounts(), stores.keys(), tokens);
    this.pairs = new PairEndpoints(logins, tokens);
    this.users = new UserEndpoints(callers, stores.accounts());
    this.keys = new ApiKeyEndpoints(callers, stores.keys(), settings.clock());
    this.workspaces = new WorkspaceEndpoints(callers, stores);
    this.members = new MemberEndpoints(callers, stores);
    this.analyses = new AnalysisEndpoints(callers, stores);
    this.held = new HeldAnswer(settings.delay());
  }

  /** Registers them. */
  public void addTo(RoutesConfig routes) {
    List.of(
            Endpoint.at("/api/token/").on(POST, held.before(pairs::obtain)),
            Endpoint.at("/api/token/refresh/").on(POST, held.before(pairs::refresh)),
            // gfconfig asks the older path.
            reading("/api/v1.4/info/", users::info),
            reading(BASE + "info/", users::info),
            reading(BASE + "user", users::me),
            reading(BASE + "user/{username}", users::named),
            reading(BASE + "api_key/", keys::list).on(POST, keys::create),
            reading(BASE + "api_key/{id}/", keys::one).on(DELETE, keys::revoke),
            reading(BASE + "workspace/", workspaces::list).on(POST, workspaces::create),
            reading(BASE + "workspace/{id}/", workspaces::one)
                .on(PUT, workspaces::update)
                .on(PATCH, workspaces::update)
                .on(DELETE, workspaces::delete),
            reading(BASE + "workspace/{id}/members/", members::list),
            Endpoint.at(BASE + "workspace/{id}/members/add/").on(POST, members::set),
            Endpoint.at(BASE + "workspace/{id}/members/change/").on(POST, members::set),
            Endpoint.at(BASE + "workspace/{id}/members/remove/").on(POST, members::remove),
            Endpoint.at(BASE + "analysis/").on(POST, analyses::create),
            reading(BASE + "analysis/{id}/", analyses::one)
                .on(PUT, analyses::update)
                .on(PATCH, analyses::update)
                .on(DELETE, analyses::delete))
        .forEach(endpoint -> endpoint.addTo(routes, GofigrRoutes::notAllowed));
  }

  private static Endpoint reading(String path, Handler handler) {
    return Endpoint.at(path).on(GET, handler).on(HEAD, handler);
  }

  private static Handler notAllowed(String allowed) {
    return ctx -> {
      throw Refusal.of(405, "Method \"" + ctx.method() + "\" not allowed.")
          .withHeader("Allow", allowed);
    };
  }
}
