package dev.latchkey.sandbox;

import java.time.Duration;

/**
 * How often logins may fail before they are answered 429, whatever the password. Each instance
 * counts for itself.
 *
 * @param perUser failures for one user name, whether there is such a user or not
 * @param perAddress failures from one address
 * @param window the time from the first failure within which they are counted
 */
public record LoginLimit(int perUser, int perAddress, Duration window) {
  /** Checks the numbers. */
  public LoginLimit {
    if (perUser < 1 || perAddress < 1 || window.toSeconds() < 1) {
      throw new IllegalArgumentException("A login limit is at least one failure in one second");
    }
  }

  /** Ten failures for a name and a hundred from an address, in five minutes. */
  public static LoginLimit standard() {
    return new LoginLimit(10, 100, Duration.ofMinutes(5));
  }

  /** No limit. */
  public static LoginLimit none() {
    return new LoginLimit(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofSeconds(1));
  }
}
