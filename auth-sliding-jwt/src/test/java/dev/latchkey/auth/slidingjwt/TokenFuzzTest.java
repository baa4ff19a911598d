package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthStatus.State;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.InvalidSecretException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.testkit.DamagedInputs;
import dev.latchkey.auth.testkit.FakeClock;
import dev.latchkey.auth.testkit.FakeContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Any token whatever, from a server or a store, can be planned with or is refused. */
class TokenFuzzTest {

  private static final FakeContext CONTEXT = new FakeContext();
  private static final FakeClock CLOCK = CONTEXT.clock();
  private static final TokenReader READER =
      new TokenReader(SlidingJwtSettings.from(CONTEXT.settings()), CLOCK);
  private static final TokenKey KEY = new TokenKey(FakeContext.BASE_URL, "user");

  @Test
  void plansWithOrRefusesWhateverATokenSays() {
    long now = CLOCK.instant().getEpochSecond();
    DamagedInputs.tryAll(
        TokenFuzzTest::fuzzerTestOneInput,
        "0{\"iat\":%d,\"exp\":%d,\"refresh_exp\":%d,\"username\":\"u\"}"
            .formatted(now, now + 300, now + 3000),
        "0{\"exp\":%d.5,\"refresh_exp\":1e9,\"user_id\":7}".formatted(now + 300),
        "1eyJ9.eyJleHAiOjE3NjcyMjU2MDB9.c2ln",
        "1eyJ9.eyJleHAiOjE3NjcyMjU2MDAsInJlZnJlc2hfZXhwIjoxfQ.c2ln");
  }

  /** For Jazzer: an even byte and the claims, or an odd one and the token. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      byte[] rest = Arrays.copyOfRange(input, 1, input.length);
      plan(
          input[0] % 2 == 0
              ? "eyJ9." + Base64.getUrlEncoder().encodeToString(rest) + ".c2ln"
              : new String(rest, StandardCharsets.ISO_8859_1));
    }
  }

  private static void plan(String token) {
    long chance = token.hashCode() * 0x9E3779B97F4A7C15L;
    Instant obtained = Instant.ofEpochMilli(chance >> (chance & 63));
    try {
      StoredToken stored = new StoredToken(KEY, Secret.token(token, "test"));
      check(READER.read(stored).plan());
      check(READER.read(stored.withObtainedAt(obtained)).plan());
    } catch (AuthUnavailableException | InvalidSecretException refused) {
      if (token.length() >= 16 && String.valueOf(refused.getMessage()).contains(token)) {
        throw new AssertionError("The token stands in the message.", refused);
      }
    }
  }

  private static void check(RenewalPlan plan) {
    long now = CLOCK.millis();
    long end = plan.expiresAt().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    boolean expired = plan.state(now) == State.EXPIRED;
    plan.passwordNeededAt();
    if (plan.renewAtMillis() > end
        || plan.retryDelay(now).compareTo(Duration.ofSeconds(1)) < 0
        || expired != end <= now
        || (expired && plan.isRefreshable(now))) {
      throw new AssertionError(plan);
    }
  }
}
