package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Verdict;
import dev.latchkey.client.internal.provider.ProviderFailure;
import java.time.Duration;
import java.util.Objects;

/**
 * Puts the credential on a call. After a 401 it asks the authenticator what to do, and sends the
 * call at most once more with the same credential, after a pause, and once more with a new one; not
 * where its body is gone.
 */
final class AuthenticationExchange implements Exchange {

  /** As far as the clocks of a service's nodes may differ, of which one finds a token too new. */
  private static final Duration PROPAGATION = Duration.ofSeconds(3);

  private final Exchange next;
  private final Authenticator authenticator;
  private final Pause pause;

  AuthenticationExchange(Exchange next, Authenticator authenticator, Pause pause) {
    this.next = next;
    this.authenticator = authenticator;
    this.pause = pause;
  }

  @Override
  public Reply send(Call call) {
    if (call.isAnonymous()) {
      return next.send(call);
    }
    Credential credential = credential(call);
    Reply reply = next.send(call.withCredential(credential));
    boolean retriedSame = false;
    boolean retriedNew = false;
    while (reply.status() == 401) {
      Verdict verdict = authenticator.rejected(credential, reply.rejection());
      if (call.upload().isPresent()) {
        return reply.to(credential);
      }
      if (verdict == Verdict.RETRY_SAME && !retriedSame && !retriedNew) {
        retriedSame = true;
        if (isInterruptedInPause(call)) {
          return reply.to(credential);
        }
      } else if (verdict == Verdict.RETRY_WITH_NEW && !retriedNew) {
        retriedNew = true;
        credential = credential(call);
      } else {
        return reply.to(credential);
      }
      reply = next.send(call.withCredential(credential));
    }
    return reply.to(credential);
  }

  private boolean isInterruptedInPause(Call call) {
    return call.deadline().allows(PROPAGATION) && !pause.take(PROPAGATION);
  }

  private Credential credential(Call call) {
    try {
      return Objects.requireNonNull(authenticator.credential(call.origin()), "no credential");
    } catch (NullPointerException | LinkageError e) {
      throw ProviderFailure.of(authenticator.getClass().getName(), e);
    }
  }
}
