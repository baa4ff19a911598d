package dev.latchkey.cli.demo;

import dev.latchkey.sandbox.Sandbox;
import java.util.function.Consumer;

/** The demo from beginning to end. */
final class DemoStory {

  private final Consumer<String> teller;

  DemoStory(Consumer<String> teller) {
    this.teller = teller;
  }

  void tell() {
    try (Sandbox sandbox = Sandbox.start()) {
      teller.accept("A sandbox of both services is running at " + sandbox.url());
      new SlidingTokenStory(sandbox, teller).tell();
      new ApiKeyStory(sandbox, teller).tell();
      teller.accept("");
      teller.accept("Done. Next: latchkey login --profile mgnify, or latchkey --help.");
    }
  }
}
