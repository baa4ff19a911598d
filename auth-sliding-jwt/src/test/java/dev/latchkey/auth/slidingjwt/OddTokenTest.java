package dev.latchkey.auth.slidingjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.auth.testkit.FakeContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as no server should make them. None of them may do more harm than not to be used. */
@Timeout(60)
class OddTokenTest {

  private static final TokenKey KEY = new TokenKey(FakeContext.BASE_URL, SlidingServer.USER);

  private final FakeContext context = new FakeContext();
  private final FakeClock clock = context.clock();
  private final TokenReader reader =
      new TokenReader(SlidingJwtSettings.from(context.settings()), clock);

  private HeldToken read(String token) {
    return reader.read(stored(token));
  }

  private static StoredToken stored(String token) {
    return new StoredToken(KEY, Secret.token(token, "test"));
  }

  private static Optional<Instant> time(String json) {
    return UnverifiedClaims.read(SlidingServer.jwt("{\"exp\":" + json + "}"))
        .orElseThrow()
        .time("exp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9e18",
        "1e400",
        "-1e400",
        "9223372036854775808",
        "253402300800",
        "-5",
        "0",
        "-0.0",
        "0.9",
        "\"1767225600\"",
        "null",
        "true",
        "[1767225600]",
        "{}"
      })
  void isNotUsedWithoutAUsableExp(String exp) {
    assertThat(time(exp)).isEmpty();
    String token = SlidingServer.jwt("{\"refresh_exp\":1,\"exp\":" + exp + "}");
    assertThatExceptionOfType(AuthUnavailableException.class)
        .isThrownBy(() -> read(token))
        .withMessageContaining("'exp'")
        .withMessageNotContaining(token);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1767225600.9, 1767225600",
    "1.7672256e9, 1767225600",
    "253402300799, 253402300799"
  })
  void readsEveryTimeThatJsonCanWrite(String json, long seconds) {
    assertThat(time(json)).contains(Instant.ofEpochSecond(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9e18", "-1", "\"x\"", "null", "[]"})
  void isUsedButNotRenewedWithoutAUsableRefreshExp(String until) {
    long exp = clock.instant().plusSeconds(300).getEpochSecond();
    RenewalPlan plan =
        read(SlidingServer.jwt("{\"exp\":%d,\"refresh_exp\":%s}".formatted(exp, until))).plan();
    assertThat(plan.expiresAt()).contains(Instant.ofEpochSecond(exp));
    assertThat(plan.renewsAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9e18", "-1", "\"x\"", "null", "[]"})
  void isPlannedFromWhenItWasReadWithoutAUsableIat(String iat) {
    Instant now = clock.instant();
    String claims =
        "{\"exp\":%d,\"refresh_exp\":%d,\"iat\":%s}"
            .formatted(now.getEpochSecond() + 300, now.getEpochSecond() + 3000, iat);
    assertThat(read(SlidingServer.jwt(claims)).plan().renewsAt().orElseThrow())
        .isBetween(now.plus(Duration.ofSeconds(180)), now.plus(Duration.ofSeconds(200)));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 253_402_300_800_000L, Long.MAX_VALUE})
  void isReadWhateverTheStoreSaysOfItsComing(long millis) {
    long now = clock.instant().getEpochSecond();
    StoredToken stored =
        stored(SlidingServer.jwt("{\"iat\":%d,\"exp\":%d}".formatted(now, now + 300)))
            .withObtainedAt(Instant.ofEpochMilli(millis));
    assertThat(reader.read(stored).plan().expiresAt()).contains(Instant.ofEpochSecond(now + 300));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opaque",
        "a.b",
        "a.b.c.d",
        "a.b.c.d.e",
        "..",
        "a.!!!.c",
        "a.W10.c",
        "a.Mg.c",
        "a.bnVsbA.c"
      })
  void isOpaqueWhenItIsNoJwt(String token) {
    assertThat(UnverifiedClaims.read(token)).isEmpty();
    assertThat(read(token).plan().expiresAt()).isEmpty();
  }

  @Test
  void isReadInBoundedTimeHoweverLongItIs() {
    int megabyte = 1 << 20;
    assertThat(UnverifiedClaims.read(".".repeat(megabyte))).isEmpty();
    assertThat(UnverifiedClaims.read("a." + "e".repeat(megabyte) + ".c")).isEmpty();
    for (String opening : new String[] {"[", "{\"a\":", "{\"exp\":["}) {
      String deep = opening.repeat(100_000);
      assertThat(UnverifiedClaims.read(SlidingServer.jwt(deep))).isEmpty();
    }
    String long1 = SlidingServer.jwt("{\"exp\":" + "9".repeat(megabyte) + "}");
    assertThat(UnverifiedClaims.read(long1).flatMap(claims -> claims.time("exp"))).isEmpty();
  }
}
