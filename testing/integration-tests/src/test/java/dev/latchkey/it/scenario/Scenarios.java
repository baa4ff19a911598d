package dev.latchkey.it.scenario;

import java.time.Duration;

/** What is tried against more than one service. */
interface Scenarios {

  /** Starts the service under test. */
  SlidingService start(Duration lifetime);

  default SlidingService start() {
    return start(Duration.ofHours(24));
  }
}
