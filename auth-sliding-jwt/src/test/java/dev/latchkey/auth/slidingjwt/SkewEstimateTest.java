package dev.latchkey.auth.slidingjwt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two witnesses, of whom either may be wrong, tell of the server's clock. */
class SkewEstimateTest {

  private static final Instant CAME = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private static UnverifiedClaims issued(Duration ahead) {
    Instant issued = CAME.plus(ahead);
    return claims(
        "{\"iat\":%d,\"exp\":%d}"
            .formatted(issued.getEpochSecond(), issued.plus(LIFETIME).getEpochSecond()));
  }

  private static UnverifiedClaims claims(String json) {
    return UnverifiedClaims.read(SlidingServer.jwt(json)).orElseThrow();
  }

  private static Optional<Instant> date(Duration ahead) {
    return Optional.of(CAME.plus(ahead));
  }

  @ParameterizedTest
  @CsvSource({
    // iat, Date, believed
    "PT2H,    PT2H,    PT2H",
    "PT-2H,   PT-2H,   PT-2H",
    "PT2H,    PT0S,    PT0S", // another machine issued it
    "PT0S,    PT2H,    PT0S", // a proxy is wrong
    "PT0S,    PT-2H,   PT0S",
    "PT3H,    PT2H,    PT2H",
    "PT2H,    PT3H,    PT2H",
    "PT-2M,   PT1M,    PT1M",
    "PT1M,    PT-2M,   PT1M",
    "PT2M,    PT-2M,   PT2M",
    "PT-2M,   PT2M,    PT-2M",
    "PT10S,   PT10S,   PT0S", // the way of the answer
    "PT11S,   PT11S,   PT11S",
    "PT-10S,  PT-10S,  PT0S",
    "PT-11S,  PT-11S,  PT-11S",
  })
  void believesTheSmallerDifference(Duration iat, Duration date, Duration believed) {
    assertThat(ClockSkew.ahead(issued(iat), date(date), CAME)).isEqualTo(believed);
  }

  @ParameterizedTest
  @CsvSource({"PT-299S, PT0S", "PT-300S, PT-300S", "PT-2H, PT-2H"})
  void believesIatWhenTheTokenWouldHaveExpiredBeforeItCame(Duration iat, Duration believed) {
    assertThat(ClockSkew.ahead(issued(iat), date(Duration.ZERO), CAME)).isEqualTo(believed);
  }

  @ParameterizedTest
  @CsvSource({"PT2H", "PT-2H", "PT0S"})
  void believesTheOnlyOneThatTells(Duration ahead) {
    assertThat(ClockSkew.ahead(issued(ahead), Optional.empty(), CAME)).isEqualTo(ahead);
    UnverifiedClaims silent =
        claims("{\"exp\":%d}".formatted(CAME.plus(Duration.ofDays(1)).getEpochSecond()));
    assertThat(ClockSkew.ahead(silent, date(ahead), CAME)).isEqualTo(ahead);
    assertThat(ClockSkew.ahead(silent, Optional.empty(), CAME)).isEqualTo(Duration.ZERO);
  }

  @Test
  void showsTheDifferenceOfATokenWhoseComingIsKnown() {
    Secret token =
        Secret.token(SlidingServer.jwt("{\"iat\":%d}".formatted(CAME.getEpochSecond())), "a test");
    StoredToken stored =
        new StoredToken(new TokenKey(URI.create("https://example.org/"), "u"), token);
    assertThat(ClockSkew.shownBy(stored)).isEmpty();
    Instant ours = CAME.minus(Duration.ofHours(2));
    assertThat(ClockSkew.shownBy(stored.withObtainedAt(ours))).contains(Duration.ofHours(2));
  }

  @Test
  void knowsAStoredTokensDifference() {
    UnverifiedClaims claims = issued(Duration.ofHours(2));
    assertThat(ClockSkew.ahead(claims, Optional.of(CAME))).isEqualTo(Duration.ofHours(2));
    assertThat(ClockSkew.ahead(claims, Optional.empty())).isEqualTo(Duration.ZERO);
  }
}
