package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Verdict;
import java.time.Duration;

/**
 * Puts the credential on a call. After a 401 it asks the authenticator what to do, and sends the
 * call at most once more with the same credential, after a pause, and once more with a new one; not
 * where its body is gone.
 */
final class AuthenticationExchange implements Exchange {

  /** As far as the clocks of a service's nodes may differ, of which one finds a token too new. */
  private static final Duration PROPAGATION = Duration.ofSeconds(3);

  private final Exchange next;
  private final BoundedAuthenticator authenticator;
  private final Pause pause;

  AuthenticationExchange(Exchange next, BoundedAuthenticator authenticator, Pause pause) {
    this.next = next;
    this.authenticator = authenticator;
    this.pause = pause;
  }

  @Override
  public Reply send(Call call) {
    if (call.isAnonymous()) {
      return next.send(call);
    }
    Call sent = withCredential(call);
    Reply reply = next.send(sent);
    boolean retriedSame = false;
    boolean retriedNew = false;
    while (reply.status() == 401) {
      Credential used = sent.credential().orElseThrow();
      Flight.Outcome<Verdict> verdict =
          authenticator.rejected(used, reply.rejection(), sent.origin(), sent.deadline());
      if (sent.upload().isPresent()) {
        return reply.to(used);
      }
      sent = sent.withDeadline(verdict.deadline());
      if (verdict.value() == Verdict.RETRY_SAME && !retriedSame && !retriedNew) {
        retriedSame = true;
        if (isInterruptedInPause(sent)) {
          return reply.to(used);
        }
      } else if (verdict.value() == Verdict.RETRY_WITH_NEW && !retriedNew) {
        retriedNew = true;
        sent = withCredential(sent);
      } else {
        return reply.to(used);
      }
      reply = next.send(sent);
    }
    return reply.to(sent.credential().orElseThrow());
  }

  private boolean isInterruptedInPause(Call call) {
    return call.deadline().allows(PROPAGATION) && !pause.take(PROPAGATION);
  }

  private Call withCredential(Call call) {
    Flight.Outcome<Credential> credential =
        authenticator.credential(call.origin(), call.deadline());
    return call.withDeadline(credential.deadline()).withCredential(credential.value());
  }
}
