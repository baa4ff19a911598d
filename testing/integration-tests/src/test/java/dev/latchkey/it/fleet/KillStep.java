package dev.latchkey.it.fleet;

/** Where in its turn a leader is about to be killed, a random moment after this has begun. */
enum KillStep {
  /** It loads the token, waits for the turn, takes it, or asks. */
  GETTING_THERE,

  /** It has asked, and nobody answers. */
  ASKING,

  /** The same, while another one waits for what it brings. */
  ASKING_FOR_ANOTHER,

  /** It is answered, writes, gives the turn back, or has done so. */
  ANSWERED,

  /** The same, while another one waits for what it brings. */
  ANSWERED_FOR_ANOTHER;

  boolean isAnswered() {
    return this == ANSWERED || this == ANSWERED_FOR_ANOTHER;
  }

  boolean isAwaited() {
    return this == ASKING_FOR_ANOTHER || this == ANSWERED_FOR_ANOTHER;
  }
}
