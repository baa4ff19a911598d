package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.testkit.FakeContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One authenticator against one server, with MGnify's lifetimes. */
final class SlidingFixture {

  static final Rejection NOT_VALID =
      new Rejection(401, Optional.empty(), Optional.of("token_not_valid"));
  static final AuthReply REFUSAL = AuthReply.of(401, Map.of("code", "token_not_valid"));
  static final String OBTAIN = "POST auth/sliding";
  static final String REFRESH = "POST auth/sliding/refresh";

  final FakeContext context = new FakeContext();
  final SlidingServer server;

  private SlidingFixture(Duration lifetime, Duration window) {
    server = new SlidingServer(context.clock(), lifetime, window);
    context.exchange().answer(server);
  }

  static SlidingFixture likeMgnify() {
    return of(Duration.ofHours(24), Duration.ofHours(24));
  }

  static SlidingFixture of(Duration lifetime, Duration window) {
    SlidingFixture fixture = new SlidingFixture(lifetime, window);
    fixture.context.withSettings(
        Map.of("username", SlidingServer.USER, "password", SlidingServer.PASSWORD));
    return fixture;
  }

  SlidingJwtAuthenticator authenticator() {
    return (SlidingJwtAuthenticator) new SlidingJwtProvider().create(context);
  }

  Credential credential(SlidingJwtAuthenticator authenticator) {
    return authenticator.credential(context.origin());
  }

  /** Lets the server answer renewals so, and all else as ever. */
  void answerRenewals(AuthReply reply) {
    context.exchange().answer(call -> call.path().endsWith("refresh") ? reply : server.apply(call));
  }

  /** Tells the client that the server renews expired tokens. */
  SlidingFixture withRefreshAfterExpiry() {
    context.withSettings(
        Map.of(
            "username", SlidingServer.USER,
            "password", SlidingServer.PASSWORD,
            "refresh-after-expiry", "true"));
    return this;
  }

  void pass(Duration time) {
    context.clock().advance(time);
  }

  List<String> calls() {
    return context.exchange().calls();
  }
}
