package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes that happen at the same time, by two stores as two processes have them. */
@Timeout(60)
class ConcurrentChangeTest {

  private final Path temporary;

  ConcurrentChangeTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void neverRemovesTheNewerToken() throws Exception {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    FileTokenStore other = fixture.another();
    CyclicBarrier together = new CyclicBarrier(2);
    for (int i = 0; i < 100; i++) {
      int round = 2 * i;
      fixture.store.save(token(round));
      CompletableFuture<Void> remover =
          CompletableFuture.runAsync(
              () -> {
                await(together);
                other.remove(token(round));
              });
      await(together);
      fixture.store.save(token(round + 1));
      remover.get(10, TimeUnit.SECONDS);
      assertThat(fixture.another().load(KEY)).contains(token(round + 1));
    }
    assertThat(fixture.warnings).isEmpty();
  }

  @Test
  void showsReadersAWholeTokenAtAnyTime() throws Exception {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    fixture.store.save(token(0));
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 300; i++) {
                fixture.store.save(token(i));
              }
            });
    FileTokenStore reader = fixture.another();
    int last = 0;
    while (!writer.isDone()) {
      int number = NumberedToken.number(reader.load(KEY).orElseThrow());
      assertThat(number).isGreaterThanOrEqualTo(last);
      last = number;
    }
    writer.get();
    assertThat(fixture.warnings).isEmpty();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
