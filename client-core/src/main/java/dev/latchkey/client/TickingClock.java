package dev.latchkey.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/**
 * The system's clock, read ten times a second and otherwise remembered: asking it for every request
 * costs more than everything else that puts a credential on one. Thread-safe; keeps no program
 * alive.
 */
final class TickingClock implements InstantSource, AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);

  private final Thread ticker = new Thread(this::tick, "latchkey-clock");
  private volatile boolean closed;
  private volatile long now = System.currentTimeMillis();

  static TickingClock start() {
    TickingClock clock = new TickingClock();
    clock.ticker.setDaemon(true);
    clock.ticker.start();
    return clock;
  }

  private void tick() {
    while (!closed) {
      LockSupport.parkNanos(TICK.toNanos());
      now = System.currentTimeMillis();
    }
  }

  /** {@return the time, at most a tick old} */
  @Override
  public long millis() {
    return now;
  }

  /** {@return the exact time} */
  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(ticker);
  }
}
