package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.http.OddRequest;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.token.MissingUser;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenRejected;
import io.javalin.http.Context;
import java.util.Optional;

/** Who makes a request, by its Authorization header. */
final class BearerCheck {
  private final Accounts accounts;
  private final SlidingTokens tokens;
  private final Manners manners;

  BearerCheck(Accounts accounts, SlidingTokens tokens, Manners manners) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.manners = manners;
  }

  /** The user; a request without a Bearer token is refused. */
  String required(Context ctx) {
    return optional(ctx).orElseThrow(manners::anonymous);
  }

  /** The user, if there is a Bearer token; a bad one is refused even where none is needed. */
  Optional<String> optional(Context ctx) {
    return manners.bearer(ctx).map(this::user);
  }

  private String user(String token) {
    String username = username(token);
    Optional<Refusal> gone = manners.goneUser();
    if (gone.isPresent() && accounts.find(username).isEmpty()) {
      throw gone.get();
    }
    return username;
  }

  private String username(String token) {
    try {
      return tokens.user(token);
    } catch (TokenRejected e) {
      throw manners.rejectedUse(e.reason());
    } catch (MissingUser e) {
      throw manners.nobody().map(RuntimeException.class::cast).orElseGet(() -> new OddRequest(e));
    } catch (OddClaim e) {
      throw new OddRequest(e);
    }
  }
}
