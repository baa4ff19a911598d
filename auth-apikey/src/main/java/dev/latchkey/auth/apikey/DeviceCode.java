package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.ServerText;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What a login server answers to the wish to log in by device (RFC 8628, section 3.2): what the
 * person needs, and the secret by which this program asks for the outcome. Immutable; prints
 * neither.
 */
final class DeviceCode {

  private static final long USUAL_INTERVAL = 5;
  private static final long LONGEST_LIFE = Duration.ofMinutes(30).toSeconds();

  private final Secret secret;
  private final String userCode;
  private final URI page;
  private final Duration interval;
  private final Duration life;

  private DeviceCode(Secret secret, String userCode, URI page, Duration interval, Duration life) {
    this.secret = secret;
    this.userCode = userCode;
    this.page = page;
    this.interval = interval;
    this.life = life;
  }

  /** Reads an answer; empty where it cannot be used. */
  static Optional<DeviceCode> from(AuthReply reply) {
    Optional<String> code = reply.text("device_code");
    Optional<String> shown = reply.text("user_code").map(ServerText::clean);
    Optional<URI> page = reply.text("verification_uri").flatMap(DeviceCode::page);
    if (!reply.isSuccess() || code.isEmpty() || page.isEmpty() || shown.orElse("").isBlank()) {
      return Optional.empty();
    }
    long interval = seconds(reply, "interval").orElse(USUAL_INTERVAL);
    long life = seconds(reply, "expires_in").orElse(LONGEST_LIFE);
    try {
      return Optional.of(
          new DeviceCode(
              Secret.token(code.get(), "the login server's answer"),
              shown.get(),
              page.get(),
              Duration.ofSeconds(Math.min(interval, LONGEST_LIFE)),
              Duration.ofSeconds(Math.min(life, LONGEST_LIFE))));
    } catch (InvalidSecretException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> page(String text) {
    try {
      URI page = URI.create(text);
      return Origin.of(page).isSecure() ? Optional.of(page) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> seconds(AuthReply reply, String field) {
    return reply
        .object()
        .flatMap(fields -> Optional.ofNullable(fields.get(field)))
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).longValue())
        .filter(seconds -> seconds > 0);
  }

  /** What the person is told. */
  String instruction() {
    return "Open " + page.toASCIIString() + " and enter the code " + userCode;
  }

  Secret secret() {
    return secret;
  }

  /** How long to wait between two questions. */
  Duration interval() {
    return interval;
  }

  /** How long the code can be used. */
  Duration life() {
    return life;
  }

  @Override
  public String toString() {
    return "DeviceCode[" + page + "]";
  }
}
