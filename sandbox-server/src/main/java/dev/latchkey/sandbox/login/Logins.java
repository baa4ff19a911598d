package dev.latchkey.sandbox.login;

import dev.latchkey.sandbox.login.Throttle.Attempt;
import dev.latchkey.sandbox.store.Accounts;

/** Checks passwords, but not for those who have failed too often of late. Thread-safe. */
public final class Logins {
  private final Accounts accounts;
  private final Throttle throttle;

  /** Checks the passwords of {@code accounts}. */
  public Logins(Accounts accounts, Throttle throttle) {
    this.accounts = accounts;
    this.throttle = throttle;
  }

  /**
   * Whether the account exists and has this password. It takes as much work, and counts as much,
   * whether the account exists or not.
   *
   * @param address where the attempt comes from
   * @throws TooManyLogins if no password is checked now for this name or from this address
   */
  public boolean accepts(String address, String username, String password) throws TooManyLogins {
    try (Attempt attempt = throttle.enter(address, username)) {
      boolean accepted = accounts.accepts(username, password);
      if (accepted) {
        attempt.succeed();
      }
      return accepted;
    }
  }
}
