package dev.latchkey.sandbox.account;

import dev.latchkey.sandbox.store.SessionId;
import dev.latchkey.sandbox.store.WebSessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Somebody signed in. Thread-safe. */
final class Session {
  private final WebSessions store;
  private final SessionId id;
  private final String username;

  Session(WebSessions store, SessionId id, String username) {
    this.store = store;
    this.id = id;
    this.username = username;
  }

  String username() {
    return username;
  }

  /** What the session's own forms send along. */
  String csrf() {
    return id.csrf();
  }

  boolean isOwnForm(String sent) {
    return MessageDigest.isEqual(
        csrf().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  void keepForNextPage(String key) {
    store.keepForNextPage(id, key);
  }

  /** The key that was just made, once. */
  Optional<String> takeNewKey() {
    return store.takeNewKey(id);
  }
}
