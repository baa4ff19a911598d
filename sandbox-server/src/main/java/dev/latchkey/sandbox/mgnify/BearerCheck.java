package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.http.OddRequest;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenRejected;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Who makes a request, by its Authorization header. */
final class BearerCheck {
  private final SlidingTokens tokens;

  BearerCheck(SlidingTokens tokens) {
    this.tokens = tokens;
  }

  /** The user; a request without a Bearer token is refused. */
  String required(Context ctx) {
    return optional(ctx)
        .orElseThrow(() -> Refusal.of(401, "Unauthorized").withHeader("Vary", "Cookie"));
  }

  /** The user, if there is a Bearer token; a bad one is refused even where none is needed. */
  Optional<String> optional(Context ctx) {
    String header = ctx.header("Authorization");
    // Python's split(" "): everything after the first space is the token, further spaces included.
    String[] parts = header == null ? new String[] {""} : header.split(" ", 2);
    if (!parts[0].equalsIgnoreCase("bearer")) {
      return Optional.empty();
    }
    try {
      return Optional.of(tokens.user(parts.length == 2 ? parts[1] : ""));
    } catch (TokenRejected e) {
      throw new Refusal(401, Rejected.because(e.reason()));
    } catch (OddClaim e) {
      throw new OddRequest(e);
    }
  }

  private record Rejected(String detail, String code, List<Message> messages) {
    static Rejected because(String reason) {
      return new Rejected(
          "Given token not valid for any token type",
          "token_not_valid",
          List.of(new Message("SlidingToken", "sliding", reason)));
    }
  }

  private record Message(String tokenClass, String tokenType, String message) {}
}
