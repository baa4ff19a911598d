package dev.latchkey.sandbox.mgnify;

import java.util.List;

/**
 * The body of an answer to a request with a bad token, the same from every kind of server.
 *
 * @param detail for people
 * @param code for programs
 * @param messages what each kind of token found wrong
 */
record RejectedUse(String detail, String code, List<Message> messages) {
  static RejectedUse because(String reason) {
    return new RejectedUse(
        "Given token not valid for any token type",
        "token_not_valid",
        List.of(new Message("SlidingToken", "sliding", reason)));
  }

  /** What one kind of token found wrong. */
  record Message(String tokenClass, String tokenType, String message) {}
}
