package dev.latchkey.cli.configure;

/** How a dialogue begins. Stateless. */
final class Headline {

  private static final String RULE = "-".repeat(30);

  private Headline() {}

  static void say(Dialogue dialogue, String service) {
    dialogue.say(RULE);
    dialogue.say(service + " configuration");
    dialogue.say(RULE);
  }
}
