package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A token that the server has given is not lost because its thread is interrupted. */
@Timeout(30)
class InterruptedThreadTest {

  private final Path temporary;

  InterruptedThreadTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @AfterEach
  @SuppressWarnings("Interruption") // nothing may follow from this test
  void clear() {
    Thread.interrupted();
  }

  @Test
  void readsAndWritesWhileItsThreadIsInterrupted() {
    StoreFixture fixture = new StoreFixture(temporary.resolve("cache"));
    Thread.currentThread().interrupt();
    fixture.store.save(token(1));
    assertThat(fixture.another().load(KEY)).contains(token(1));
    assertThat(fixture.another().keys(KEY.baseUrl())).containsExactly(KEY);
    assertThat(fixture.another().remove(token(1))).isTrue();
    assertThat(fixture.file()).doesNotExist();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(fixture.warnings).isEmpty();
  }

  @Test
  void writesAgainWhenItIsInterruptedHalfWay() throws IOException {
    Path file = temporary.resolve("file");
    AtomicInteger attempts = new AtomicInteger();
    String result = Undisturbed.run(() -> interruptedWrite(file, attempts, 3));
    assertThat(result).isEqualTo("done");
    assertThat(attempts).hasValue(4);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void givesUpWhenItIsInterruptedTimeAndAgain() {
    Path file = temporary.resolve("file");
    assertThatExceptionOfType(ClosedByInterruptException.class)
        .isThrownBy(
            () ->
                Undisturbed.run(
                    () -> interruptedWrite(file, new AtomicInteger(), Integer.MAX_VALUE)));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private static String interruptedWrite(Path file, AtomicInteger attempts, int interruptions)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (attempts.incrementAndGet() <= interruptions) {
        Thread.currentThread().interrupt();
      }
      channel.write(ByteBuffer.wrap(new byte[1]));
      return "done";
    }
  }

  @Test
  void givesUpAfterTenAttempts() throws IOException {
    AtomicInteger attempts = new AtomicInteger();
    assertThat(Undisturbed.run(() -> interruptedAttempt(attempts, 10))).isEqualTo("done");
    attempts.set(0);
    assertThatExceptionOfType(ClosedByInterruptException.class)
        .isThrownBy(() -> Undisturbed.run(() -> interruptedAttempt(attempts, 11)));
    assertThat(attempts).hasValue(10);
  }

  private static String interruptedAttempt(AtomicInteger attempts, int needed)
      throws ClosedByInterruptException {
    if (attempts.incrementAndGet() < needed) {
      throw new ClosedByInterruptException();
    }
    return "done";
  }
}
