package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.OddRequest;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.store.ApiKey;
import dev.latchkey.sandbox.store.ApiKeyRefused;
import dev.latchkey.sandbox.store.ApiKeyRefused.Reason;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.TokenPairs;
import dev.latchkey.sandbox.token.TokenRejected;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out who makes a request, by its Authorization header. */
final class Callers {
  private static final String FAILED = "authentication_failed";

  private final Accounts accounts;
  private final ApiKeys keys;
  private final TokenPairs tokens;

  Callers(Accounts accounts, ApiKeys keys, TokenPairs tokens) {
    this.accounts = accounts;
    this.keys = keys;
    this.tokens = tokens;
  }

  /** The caller; 401 if there is none. */
  Caller of(Context ctx) {
    String header = String.valueOf(ctx.header("Authorization")).strip();
    String[] parts = header.split("\\s+", -1);
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "token" -> byKey(parts);
      case "bearer" -> byToken(parts);
      default -> throw challenge(Refusal.of(401, "Authentication credentials were not provided."));
    };
  }

  private Caller byKey(String[] parts) {
    if (parts.length != 2) {
      throw challenge(unauthorized("Invalid token header. Expected one key.", FAILED));
    }
    try {
      ApiKey key = keys.use(parts[1]);
      return new Caller(account(key.owner()), Optional.of(key));
    } catch (ApiKeyRefused e) {
      // Never token_not_valid: GoFigr's client would renew and come back without end.
      throw challenge(unauthorized(detail(e.reason()), FAILED));
    }
  }

  private Caller byToken(String[] parts) {
    if (parts.length != 2) {
      String detail = "Authorization header must contain two space-delimited values";
      throw challenge(unauthorized(detail, "bad_authorization_header"));
    }
    try {
      return new Caller(account(tokens.user(parts[1])), Optional.empty());
    } catch (TokenRejected e) {
      throw challenge(new Refusal(401, RejectedToken.because(e.reason())));
    } catch (OddClaim e) {
      throw new OddRequest(e);
    }
  }

  private Account account(String username) {
    return accounts
        .find(username)
        .orElseThrow(() -> challenge(unauthorized("User not found", "user_not_found")));
  }

  /** Only a holder of the genuine key learns more than that it is not valid. */
  private static String detail(Reason reason) {
    return switch (reason) {
      case REVOKED -> "Invalid token. This API key was revoked.";
      case EXPIRED -> "Invalid token. This API key has expired.";
      default -> "Invalid token.";
    };
  }

  private static Refusal unauthorized(String detail, String code) {
    return new Refusal(401, new Unauthorized(detail, code));
  }

  private static Refusal challenge(Refusal refusal) {
    return refusal.withHeader("WWW-Authenticate", "Bearer realm=\"api\"");
  }

  private record Unauthorized(String detail, String code) {}

  private record RejectedToken(String detail, String code, List<Message> messages) {
    static RejectedToken because(String reason) {
      return new RejectedToken(
          "Given token not valid for any token type",
          "token_not_valid",
          List.of(new Message("AccessToken", "access", reason)));
    }
  }

  private record Message(String tokenClass, String tokenType, String message) {}
}
