package dev.latchkey.client.internal.pipeline;

/**
 * Lets calls through to any origin, over TLS or to this machine, as long as they carry no
 * credential.
 */
final class BareGateExchange implements Exchange {

  private final Exchange next;

  BareGateExchange(Exchange next) {
    this.next = next;
  }

  @Override
  public Reply send(Call call) {
    if (call.credential().isPresent()) {
      throw refused("A credential is not sent to " + call.origin() + ", which is another origin.");
    }
    if (!call.origin().isSecure()) {
      throw refused("Nothing is sent to " + call.origin() + " without TLS. Use https.");
    }
    return next.send(call);
  }

  private static ExchangeException refused(String message) {
    return new ExchangeException(ExchangeException.Kind.REFUSED, message, null);
  }
}
