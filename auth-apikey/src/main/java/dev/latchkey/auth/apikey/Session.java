package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.LoginRefusedException;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Verdict;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A session of a person, kept in memory as long as the authenticator is open. Thread-safe: whoever
 * opens or renews it holds {@code turn}, and whoever waits for that gets the same outcome.
 */
final class Session {

  private static final Placement BEARER = new Placement.Header("Authorization", "Bearer");
  private static final String ENDED = "token_not_valid";

  private final AuthContext context;
  private final Grant grant;
  private final ReentrantLock turn = new ReentrantLock();

  /** How many logins have ended, one way or the other. */
  private final AtomicLong attempts = new AtomicLong();

  private volatile @Nullable Credential access;
  private @Nullable SessionTokens tokens;
  private @Nullable LoginRefusedException refusal;
  private long generation;

  Session(AuthContext context, Grant grant) {
    this.context = context;
    this.grant = grant;
  }

  Grant grant() {
    return grant;
  }

  boolean isOpen() {
    return access != null;
  }

  /** Sends a call within the session; where the session has ended meanwhile, renews it first. */
  AuthReply send(AuthCall call) {
    return send(call, context.exchange());
  }

  /** Does the same through another exchange, which sees the call but none of the logins. */
  AuthReply send(AuthCall call, AuthExchange exchange) {
    Credential used = open();
    AuthReply reply = exchange.send(call.withCredential(used));
    boolean ended = reply.status() == 401 && reply.text("code").filter(ENDED::equals).isPresent();
    return ended ? exchange.send(call.withCredential(replace(used))) : reply;
  }

  /** What the credential of this session is worth after the server refused it. */
  Verdict rejected(Credential used, Rejection rejection) {
    if (rejection.status() != 401) {
      return Verdict.FINAL;
    }
    Credential known = access;
    if (known != null && known.generation() != used.generation()) {
      return Verdict.RETRY_WITH_NEW;
    }
    if (rejection.code().filter(ENDED::equals).isEmpty()) {
      report(AuthEvent.Kind.REJECTED, "The session was refused.");
      return Verdict.FINAL;
    }
    replace(used);
    return Verdict.RETRY_WITH_NEW;
  }

  /** The session's credential; opens the session where there is none. */
  Credential open() {
    Credential known = access;
    if (known != null) {
      return known;
    }
    long seen = attempts.get();
    takeTurn();
    try {
      known = access;
      return known != null ? known : logIn(seen);
    } finally {
      turn.unlock();
    }
  }

  private Credential replace(Credential ended) {
    long seen = attempts.get();
    takeTurn();
    try {
      Credential known = access;
      SessionTokens old = tokens;
      if (known == null || old == null) {
        return logIn(seen);
      }
      if (known.generation() != ended.generation()) {
        return known;
      }
      Optional<SessionTokens> renewed = grant.renew(old);
      renewed.ifPresent(t -> report(AuthEvent.Kind.REFRESHED, "The session was renewed."));
      forget();
      return renewed.isPresent() ? hold(renewed.get()) : logIn(seen);
    } finally {
      turn.unlock();
    }
  }

  /** A refusal is everybody's who waited for it: a crowd must not get an account locked. */
  private Credential logIn(long seen) {
    if (attempts.get() != seen && refusal != null) {
      throw refusal;
    }
    refusal = null;
    try {
      Credential opened = hold(grant.obtain());
      report(AuthEvent.Kind.OBTAINED, "A session was opened.");
      return opened;
    } catch (LoginRefusedException e) {
      refusal = e;
      throw e;
    } finally {
      attempts.incrementAndGet();
    }
  }

  private Credential hold(SessionTokens held) {
    generation++;
    Credential credential = Credential.of(BEARER, held.access(), generation);
    tokens = held;
    access = credential;
    return credential;
  }

  private void forget() {
    access = null;
    tokens = null;
  }

  private void takeTurn() {
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthUnavailableException(
          "Interrupted while another thread logs in to profile '" + context.profile() + "'.", e);
    }
  }

  private void report(AuthEvent.Kind kind, String detail) {
    context.listener().on(AuthEvent.of(kind, context.profile(), detail));
  }

  void close() {
    turn.lock();
    try {
      forget();
    } finally {
      turn.unlock();
    }
  }
}
