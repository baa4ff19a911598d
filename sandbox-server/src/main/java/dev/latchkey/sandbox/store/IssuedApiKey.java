package dev.latchkey.sandbox.store;

/** A key just made: the one time that its text is known. Not a record, which would print it. */
public final class IssuedApiKey {
  private final ApiKey key;
  private final String text;

  IssuedApiKey(ApiKey key, String text) {
    this.key = key;
    this.text = text;
  }

  /** What stays known. */
  public ApiKey key() {
    return key;
  }

  /** The key itself. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return "IssuedApiKey[" + key.id() + ", redacted]";
  }
}
