package dev.latchkey.it.fleet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A service whose user's token a fleet shares, and what time it is for the fleet. */
interface FleetService extends AutoCloseable {

  URI baseUrl();

  String user();

  String password();

  Instant now();

  /** Lets time pass. */
  void pass(Duration time);

  /**
   * Lets a token expire.
   *
   * @param gate what stands before the service
   * @param login gets the token, through the gate
   */
  void expire(Gate gate, Runnable login);

  @Override
  void close();
}
