package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.http.Refusal;

/**
 * The body of an error with a code.
 *
 * @param detail for people
 * @param code for programs
 */
record Coded(String detail, String code) {
  static Refusal unauthorized(String detail, String code) {
    return new Refusal(401, new Coded(detail, code));
  }
}
