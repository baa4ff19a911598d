package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenKey;
import java.time.Duration;

/** Has the server issue tokens, keeps what comes, and tells how long that took. Thread-safe. */
final class Issuance {

  private final AuthContext context;
  private final TokenEndpoints endpoints;
  private final TokenReader reader;
  private final KeptTokens kept;
  private final TokenEvents events;
  private final SkewReport skew;

  Issuance(AuthContext context, TokenEndpoints endpoints, TokenReader reader, KeptTokens kept) {
    this.context = context;
    this.endpoints = endpoints;
    this.reader = reader;
    this.kept = kept;
    this.events = new TokenEvents(context);
    this.skew = new SkewReport(context);
  }

  HeldToken obtain(TokenKey key, Secret password) {
    long start = System.nanoTime();
    try {
      IssuedToken token = endpoints.obtain(key.user(), password);
      return keep(AuthEvent.Kind.OBTAINED, key, token, TokenEvents.since(start));
    } catch (AuthException e) {
      events.tell(AuthEvent.Kind.OBTAIN_FAILED, TokenEvents.since(start), e);
      throw e;
    }
  }

  HeldToken refresh(HeldToken current) {
    return refresh(current, () -> {});
  }

  /** Renews a token, unless somebody forgets it while the server is asked. */
  HeldToken refreshIfKept(HeldToken current) {
    return refresh(current, () -> kept.failIfForgotten(current.stored().key()));
  }

  private HeldToken refresh(HeldToken current, Runnable check) {
    long start = System.nanoTime();
    IssuedToken token = endpoints.refresh(current.stored().token());
    Duration took = TokenEvents.since(start);
    check.run();
    return keep(AuthEvent.Kind.REFRESHED, current.stored().key(), token, took);
  }

  private HeldToken keep(AuthEvent.Kind how, TokenKey key, IssuedToken issued, Duration took) {
    HeldToken token = reader.read(key, issued);
    context.tokens().save(token.stored());
    skew.note(issued.serverAhead());
    events.tell(how, took, "user " + token.identity());
    return token;
  }
}
