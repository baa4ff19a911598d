package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Origin;

/**
 * Lets calls through to the profile's own origin and to no other, over TLS or to this machine.
 * Stands right before authentication, so that no credential gets onto a call to anywhere else,
 * under whatever name it travels. A download may go elsewhere, without the credential.
 */
final class OriginGateExchange implements Exchange {

  private final Exchange next;
  private final Origin allowed;

  OriginGateExchange(Exchange next, Origin allowed) {
    this.next = next;
    this.allowed = allowed;
  }

  @Override
  public Reply send(Call call) {
    Origin target = target(call);
    if (call.mayLeave() && mayServeFiles(target)) {
      return next.send(target.equals(allowed) ? call : call.anonymously());
    }
    if (!target.equals(allowed)) {
      throw refused(
          "A request would have gone to "
              + target
              + ", but this profile's credential belongs to "
              + allowed
              + ". Use a profile whose base URL is there.");
    }
    if (!target.isSecure()) {
      throw refused("A credential is not sent to " + target + " without TLS. Use https.");
    }
    return next.send(call);
  }

  /** Files often live elsewhere. Nobody on the way may change them. */
  private boolean mayServeFiles(Origin target) {
    return target.scheme().equals("https") || (target.isLoopback() && allowed.isLoopback());
  }

  private static Origin target(Call call) {
    try {
      return call.origin();
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static ExchangeException refused(String message) {
    return new ExchangeException(ExchangeException.Kind.REFUSED, message, null);
  }
}
