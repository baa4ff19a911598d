package dev.latchkey.auth.slidingjwt;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Where a usable token comes from: the store, a renewal, or a login, in this order. Not
 * thread-safe: {@link SlidingJwtAuthenticator} lets one thread in at a time.
 */
final class TokenSource {

  private final AuthContext context;
  private final SlidingJwtSettings settings;
  private final TokenEndpoints endpoints;
  private final Issuance issuance;
  private final TokenReader reader;
  private final Account account;
  private final RenewalTurn turn;
  private final SharedFailures failures;
  private final RefusedRenewals refused;
  private final KeptTokens keptTokens;
  private final TokenEvents events;

  TokenSource(AuthContext context, SlidingJwtSettings settings, TokenReader reader) {
    this.context = context;
    this.settings = settings;
    this.endpoints = new TokenEndpoints(context, settings);
    this.keptTokens = new KeptTokens(context);
    this.issuance = new Issuance(context, endpoints, reader, keptTokens);
    this.reader = reader;
    this.account = new Account(context);
    this.turn = new RenewalTurn(context);
    this.failures = new SharedFailures(context);
    this.refused = new RefusedRenewals(context);
    this.events = new TokenEvents(context);
  }

  Optional<HeldToken> stored() {
    return account.known().flatMap(context.tokens()::load).flatMap(this::readable);
  }

  /**
   * Forgets the token that is kept.
   *
   * @param held the token in use, if there is one
   * @return whether there was a token
   */
  boolean forget(Optional<HeldToken> held) {
    Optional<TokenKey> key = held.map(token -> token.stored().key()).or(account::known);
    return key.filter(keptTokens::forget).isPresent() || held.isPresent();
  }

  AuthStatus statusWithoutToken() {
    return account.withoutToken();
  }

  /** Gets a token that can be used now. */
  HeldToken usable() {
    Optional<HeldToken> stored = stored().filter(this::isUsable);
    if (stored.isPresent()) {
      return adopted(stored.get());
    }
    TokenKey key = account.known().orElseGet(account::toLogIn);
    boolean mustAsk =
        account.mustAsk() && kept(key).filter(this::mayBeRenewedAfterExpiry).isEmpty();
    // A person takes the time they take, and must not hold the turn meanwhile.
    Optional<Secret> told = mustAsk ? Optional.of(account.password(key)) : Optional.empty();
    return inTurn(
        key,
        () -> usable(key),
        () -> kept(key).flatMap(this::renewedAfterExpiry).orElseGet(() -> obtained(key, told)));
  }

  /** An attempt that fails while others wait for the turn has failed for them, too. */
  private HeldToken inTurn(
      TokenKey key, Supplier<Optional<HeldToken>> atHand, Supplier<HeldToken> act) {
    Instant began = context.clock().instant();
    long start = System.nanoTime();
    return turn.take(
        key,
        () -> {
          try {
            Optional<HeldToken> found = atHand.get();
            if (found.isEmpty()) {
              failures.failIfUnavailableSince(began, key);
            }
            return found;
          } catch (AuthException e) {
            if (failures.areNotedSince(began, key)) {
              events.tellOfAWait(start);
            }
            throw e;
          }
        },
        () -> failures.noted(key, act));
  }

  private Optional<HeldToken> usable(TokenKey key) {
    Optional<HeldToken> token = kept(key).filter(this::isUsable);
    if (token.isEmpty()) {
      failures.failIfRefused(key);
    }
    return token.map(this::adopted);
  }

  private Optional<HeldToken> kept(TokenKey key) {
    return context.tokens().load(key).flatMap(this::readable);
  }

  /**
   * Renews a token that can still be used, unless another process has done so. An interrupted
   * thread leaves it as it is: its client is being closed, and many may be at once.
   */
  HeldToken renewed(HeldToken current) {
    return inTurn(
        current.stored().key(),
        () -> otherOrRefused(current),
        () -> Thread.currentThread().isInterrupted() ? current : renewedWhileUsable(current));
  }

  private Optional<HeldToken> otherOrRefused(HeldToken current) {
    Optional<HeldToken> other = otherThan(current);
    if (other.isEmpty()) {
      refused.failIfIncluded(current);
      // One that can still be used waits as long after anybody's failure as after one's own.
      failures.failIfUnavailableWithin(current.plan().retryDelay(now()), current.stored().key());
    }
    return other;
  }

  /** While a token can be used, a refusal that may be a proxy's is a failure like any other. */
  private HeldToken renewedWhileUsable(HeldToken current) {
    keptTokens.failIfForgotten(current.stored().key());
    try {
      return refreshedOrAdopted(current);
    } catch (LoginRefusedException e) {
      if (Rejections.isAboutToken(e)) {
        throw e;
      }
      throw new AuthUnavailableException(String.valueOf(e.getMessage()), e.status());
    }
  }

  /** Finds another token in the place of one that the server has rejected. */
  HeldToken replacing(HeldToken rejected) {
    TokenKey key = rejected.stored().key();
    HeldToken renewed =
        inTurn(
            key,
            () -> otherThan(rejected),
            () ->
                renewedIf(mayBeRenewed(rejected), rejected, unused -> {})
                    .orElseGet(
                        () -> account.mustAsk() ? rejected : replaced(rejected, Optional.empty())));
    if (renewed != rejected) {
      return renewed;
    }
    Optional<Secret> told = Optional.of(account.password(key));
    return inTurn(key, () -> otherThan(rejected), () -> replaced(rejected, told));
  }

  private HeldToken replaced(HeldToken rejected, Optional<Secret> told) {
    context.tokens().remove(rejected.stored());
    return obtained(rejected.stored().key(), told);
  }

  /** Also one that was rejected because it has expired on its way. */
  private boolean mayBeRenewed(HeldToken rejected) {
    return (rejected.plan().isRefreshable(now()) || mayBeRenewedAfterExpiry(rejected))
        && keptTokens.include(rejected.stored().key());
  }

  private Optional<HeldToken> otherThan(HeldToken token) {
    return context
        .tokens()
        .load(token.stored().key())
        .filter(stored -> !stored.equals(token.stored()))
        .flatMap(this::readable)
        .filter(this::isUsable)
        .map(this::adopted);
  }

  /** Logs in, whatever is stored, and whoever else may be renewing: somebody asked for it. */
  HeldToken login() {
    TokenKey key = account.toLogIn();
    return issuance.obtain(key, account.password(key));
  }

  /** Renews a token now, whatever its plan. */
  HeldToken refreshed(HeldToken current) {
    return issuance.refresh(current);
  }

  /** While the server is asked, somebody may forget what it renews, or replace what it does not. */
  private HeldToken refreshedOrAdopted(HeldToken current) {
    try {
      return issuance.refreshIfKept(current);
    } catch (LoginRefusedException e) {
      return otherThan(current).orElseThrow(() -> refused.noted(current, e));
    }
  }

  /** What is planned for a token, and no more than can come of it. */
  RenewalPlan outlook(HeldToken token) {
    boolean isOver =
        isUsable(token) ? !token.plan().isRefreshable(now()) : !mayBeRenewedAfterExpiry(token);
    return isOver ? token.plan().withoutRenewal() : token.plan();
  }

  boolean verify(HeldToken token) {
    return endpoints.verify(token.stored().token());
  }

  private Optional<HeldToken> renewedAfterExpiry(HeldToken expired) {
    return renewedIf(mayBeRenewedAfterExpiry(expired), expired, refused::noteForExpired);
  }

  private boolean mayBeRenewedAfterExpiry(HeldToken expired) {
    return settings.refreshesAfterExpiry()
        && expired.plan().isRefreshableAfterExpiry(now())
        && !refused.includeExpired();
  }

  private Optional<HeldToken> renewedIf(
      boolean allowed, HeldToken token, Consumer<LoginRefusedException> refusal) {
    if (!allowed || refused.include(token)) {
      return Optional.empty();
    }
    try {
      return Optional.of(refreshedOrAdopted(token));
    } catch (LoginRefusedException e) {
      refusal.accept(e);
      return Optional.empty();
    }
  }

  /** Logs in, unless the server has just refused the same password to anybody. */
  private HeldToken obtained(TokenKey key, Optional<Secret> told) {
    failures.failIfRefused(key);
    Secret password = told.orElseGet(() -> account.password(key));
    try {
      return issuance.obtain(key, password);
    } catch (LoginRefusedException e) {
      failures.note(key, password, e);
      throw e;
    }
  }

  private HeldToken adopted(HeldToken token) {
    events.tell(AuthEvent.Kind.ADOPTED, "user " + token.identity());
    return token;
  }

  private Optional<HeldToken> readable(StoredToken stored) {
    try {
      return Optional.of(planned(reader.read(stored)));
    } catch (AuthUnavailableException e) {
      return Optional.empty();
    }
  }

  private HeldToken planned(HeldToken token) {
    boolean isStale = token.plan().state(now()) == AuthStatus.State.STALE;
    return isStale && refused.include(token)
        ? token.withPlan(token.plan().withoutRenewal())
        : token;
  }

  private boolean isUsable(HeldToken token) {
    return token.plan().state(now()) != AuthStatus.State.EXPIRED;
  }

  private long now() {
    return context.clock().millis();
  }
}
