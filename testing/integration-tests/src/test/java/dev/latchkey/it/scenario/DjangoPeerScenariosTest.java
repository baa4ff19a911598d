package dev.latchkey.it.scenario;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;

/** The scenarios against Django and simplejwt. */
class DjangoPeerScenariosTest implements SlidingTokenScenarios, ListScenarios {

  @BeforeAll
  static void requirePeer() {
    DjangoPeer.assumeInstalled();
  }

  @Override
  public SlidingService start(Duration lifetime) {
    return new DjangoPeer(lifetime);
  }
}
