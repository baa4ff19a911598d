package dev.latchkey.sandbox.device;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.HEAD;
import static io.javalin.http.HandlerType.POST;

import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.HeldAnswer;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.store.DeviceGrants;
import dev.latchkey.sandbox.token.TokenPairs;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.List;

/** Every path of the device login. */
public final class DeviceRoutes {
  /** Where a person answers. */
  static final String PAGE = "/activate";

  private final DeviceEndpoints endpoints;
  private final ActivatePage page;
  private final HeldAnswer held;

  /** Routes for those who may log in; the endpoints answer after {@code delay}. */
  public DeviceRoutes(Logins logins, DeviceGrants grants, TokenPairs tokens, Duration delay) {
    this.endpoints = new DeviceEndpoints(grants, tokens);
    this.page = new ActivatePage(logins, grants);
    this.held = new HeldAnswer(delay);
  }

  /** Registers them. */
  public void addTo(RoutesConfig routes) {
    List.of(
            Endpoint.at("/oauth/device/code").on(POST, held.before(endpoints::code)),
            Endpoint.at("/oauth/token").on(POST, held.before(endpoints::token)),
            Endpoint.at(PAGE).on(GET, page::show).on(HEAD, page::show).on(POST, page::answer))
        .forEach(endpoint -> endpoint.addTo(routes, DeviceRoutes::notAllowed));
  }

  private static Handler notAllowed(String allowed) {
    return ctx -> {
      throw OauthRefusal.of(405, "invalid_request", "Method not allowed.")
          .withHeader("Allow", allowed);
    };
  }
}
