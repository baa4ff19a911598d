package dev.latchkey.sandbox.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody signed in. Thread-safe. */
final class Session {
  private final String username;
  private final String csrf;
  private Instant end;
  private @Nullable String newKey;

  Session(String username, String csrf, Instant end) {
    this.username = username;
    this.csrf = csrf;
    this.end = end;
  }

  String username() {
    return username;
  }

  /** What the session's own forms send along. */
  String csrf() {
    return csrf;
  }

  boolean isOwnForm(String sent) {
    return MessageDigest.isEqual(
        csrf.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  synchronized boolean isOver(Instant now) {
    return !now.isBefore(end);
  }

  synchronized void prolong(Instant newEnd) {
    end = newEnd;
  }

  synchronized void keepForNextPage(String key) {
    newKey = key;
  }

  /** The key that was just made, once. */
  synchronized Optional<String> takeNewKey() {
    Optional<String> key = Optional.ofNullable(newKey);
    newKey = null;
    return key;
  }
}
