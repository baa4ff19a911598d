package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.store.ApiKeyRefused;
import dev.latchkey.sandbox.store.ApiKeyRequest;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.Database;
import dev.latchkey.sandbox.store.DatabaseAddress;
import dev.latchkey.sandbox.store.Password;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What two instances on one database tell of a key's last use. */
@Timeout(60)
class LastUsesTest {
  private final TestClock clock = new TestClock();
  private final Database database = Database.open(DatabaseAddress.inMemory());
  private final ApiKeys here = new ApiKeys(database, new byte[32], clock);
  private final ApiKeys there = new ApiKeys(database, new byte[32], clock);

  @BeforeEach
  void addAUser() {
    new Accounts(database, 4)
        .keep(new Account("demo", "", "", "", TestClock.START), new Password("secret"));
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    database.close();
  }

  @Test
  void areWrittenOnceAMinuteAndAtTheEnd() throws ApiKeyRefused, InterruptedException {
    String key = here.create(new ApiKeyRequest("demo", "laptop", null, null)).text();
    here.use(key);
    awaitThere(TestClock.START);
    clock.advance(Duration.ofSeconds(59));
    here.use(key);
    assertThat(lastUsed(here)).isEqualTo(TestClock.START.plusSeconds(59));
    assertThat(lastUsed(there)).isEqualTo(TestClock.START);
    clock.advance(Duration.ofSeconds(1));
    here.use(key);
    awaitThere(TestClock.START.plusSeconds(60));
    clock.advance(Duration.ofSeconds(5));
    here.use(key);
    here.close();
    assertThat(lastUsed(there)).isEqualTo(TestClock.START.plusSeconds(65));
  }

  private void awaitThere(Instant expected) throws InterruptedException {
    while (!expected.equals(lastUsed(there))) {
      Thread.sleep(5);
    }
  }

  private static @Nullable Instant lastUsed(ApiKeys keys) {
    return keys.of("demo").get(0).lastUsed();
  }
}
