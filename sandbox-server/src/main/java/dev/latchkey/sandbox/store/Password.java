package dev.latchkey.sandbox.store;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A user's password, which is hashed once for each cost, however many databases are to know it:
 * hashing is the longest part of starting a second sandbox. Thread-safe.
 */
public final class Password {
  private final String text;
  private final Map<Integer, String> hashes = new ConcurrentHashMap<>();

  /** The password {@code text}. */
  public Password(String text) {
    this.text = Objects.requireNonNull(text, "password");
  }

  /** The password itself. */
  public String reveal() {
    return text;
  }

  String hash(PasswordHash hashing) {
    return hashes.computeIfAbsent(hashing.cost(), cost -> hashing.hash(text));
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
