package dev.latchkey.it.scenario;

import java.time.Duration;

/** The scenarios against our own sandbox. */
class SandboxScenariosTest implements SlidingTokenScenarios, ListScenarios {

  @Override
  public SlidingService start(Duration lifetime) {
    return new SandboxService(lifetime);
  }
}
