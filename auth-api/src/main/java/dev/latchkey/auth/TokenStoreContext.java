package dev.latchkey.auth;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a client lends to a {@link TokenStore}: everything it may touch. Safe for use by several
 * threads.
 */
public interface TokenStoreContext {

  /**
   * {@return the settings below {@code latchkey.token-cache.<id>.}, without those from files that
   * were merely found: anybody may have put them there to collect tokens}
   */
  Settings settings();

  /**
   * {@return the absolute path of the directory in which this user wants tokens, which need not
   * exist; empty where there is neither a setting nor a home}
   */
  Optional<Path> cacheDirectory();

  /** {@return the clock to tell the time by} */
  InstantSource clock();

  /**
   * {@return whom to ask for what opens the store, such as a passphrase; nobody unless overridden}
   */
  default Prompt prompt() {
    return Prompt.none();
  }

  /**
   * Tells the user what works less well than it should. A store tells of each problem once.
   *
   * @param warning one or two lines: what, why, what to do; never a token
   */
  void warn(String warning);
}
