package dev.latchkey.sandbox.store;

import org.jdbi.v3.core.Handle;

/** One user's changes to keys and memberships, one after the other. */
final class AccountLock {
  private AccountLock() {}

  /** Waits for, and holds until the transaction's end, the row of this user. */
  static void take(Handle handle, String username) {
    handle
        .createQuery("SELECT username FROM account WHERE username = :username FOR UPDATE")
        .bind("username", username)
        .mapTo(String.class)
        .findOne();
  }
}
