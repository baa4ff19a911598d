package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.testkit.FakeClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** MGnify's token endpoints in memory, with the states that its server shows. */
final class SlidingServer implements Function<AuthCall, AuthReply> {

  static final String USER = "Webin-1";
  static final String PASSWORD = "canary pa$$word";
  private static final AtomicInteger SERVERS = new AtomicInteger();

  final Duration lifetime;
  final Duration window;
  boolean refreshesAfterExpiry;
  private final FakeClock clock;
  private final int number = SERVERS.incrementAndGet();
  private final AtomicInteger issued = new AtomicInteger();

  SlidingServer(FakeClock clock, Duration lifetime, Duration window) {
    this.clock = clock;
    this.lifetime = lifetime;
    this.window = window;
  }

  /** The same server by another clock. */
  SlidingServer(FakeClock clock, SlidingServer server) {
    this(clock, server.lifetime, server.window);
  }

  @Override
  public AuthReply apply(AuthCall call) {
    return switch (call.path()) {
      case "auth/sliding" -> obtain(call.fields());
      case "auth/sliding/refresh" -> refresh(token(call));
      case "auth/verify" -> isExpired(token(call)) ? notValid() : AuthReply.of(200, Map.of());
      default -> AuthReply.of(404, null);
    };
  }

  private AuthReply obtain(Map<String, Object> fields) {
    boolean known =
        fields.get("password") instanceof Secret secret && secret.reveal().equals(PASSWORD);
    String user = String.valueOf(fields.get("username"));
    return known
        ? AuthReply.of(200, Map.of("token", newToken(user), "token_type", "sliding"))
        : AuthReply.of(401, Map.of("detail", "Invalid credentials"));
  }

  String newToken() {
    return newToken(USER);
  }

  private String newToken(String user) {
    long now = clock.instant().getEpochSecond();
    long end = now + window.toSeconds();
    return token(now, end, "jti-" + number + "-" + issued.incrementAndGet(), user);
  }

  private AuthReply refresh(String token) {
    long now = clock.instant().getEpochSecond();
    long until = claim(token, "refresh_exp");
    if (until <= now || (isExpired(token) && !refreshesAfterExpiry)) {
      return notValid();
    }
    String jti = UnverifiedClaims.read(token).flatMap(c -> c.name("jti")).orElseThrow();
    String user = user(token);
    return AuthReply.of(200, Map.of("token", token(now, until, jti, user)));
  }

  private boolean isExpired(String token) {
    return claim(token, "exp") <= clock.instant().getEpochSecond();
  }

  private static long claim(String token, String name) {
    return UnverifiedClaims.read(token).orElseThrow().time(name).orElseThrow().getEpochSecond();
  }

  private static String token(AuthCall call) {
    return ((Secret) Objects.requireNonNull(call.fields().get("token"))).reveal();
  }

  private String token(long now, long refreshExp, String jti, String user) {
    return jwt(
        "{\"token_type\":\"sliding\",\"iat\":%d,\"exp\":%d,\"refresh_exp\":%d,\"jti\":\"%s\",\"username\":\"%s\"}"
            .formatted(now, now + lifetime.toSeconds(), refreshExp, jti, user));
  }

  /** Whose token it is. */
  static String user(String token) {
    return UnverifiedClaims.read(token).flatMap(c -> c.name("username")).orElseThrow();
  }

  static String jwt(String claims) {
    return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
  }

  private static String base64(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static AuthReply notValid() {
    return AuthReply.of(
        401, Map.of("detail", "Token is invalid or expired", "code", "token_not_valid"));
  }
}
