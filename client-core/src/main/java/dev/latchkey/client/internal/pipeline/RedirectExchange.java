package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Origin;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirects (RFC 9110, section 15.4), each hop through the rest of the pipeline, so that
 * the origin gate sees it. HTTP libraries do this themselves, but carry credentials to other hosts.
 */
final class RedirectExchange implements Exchange {

  private static final int MOST_HOPS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Exchange next;

  RedirectExchange(Exchange next) {
    this.next = next;
  }

  @Override
  public Reply send(Call first) {
    Call call = first;
    for (int hop = 0; hop <= MOST_HOPS; hop++) {
      Reply reply = next.send(call);
      Optional<URI> target = target(call, reply);
      if (target.isEmpty()) {
        return reply;
      }
      call = next(call, reply, target.get());
    }
    throw new ExchangeException(
        ExchangeException.Kind.REFUSED,
        "Gave up after " + MOST_HOPS + " redirects from " + first + " at " + first.origin() + ".",
        null);
  }

  /** Whoever is elsewhere may send a download back, but not with the credential. */
  private static Call next(Call call, Reply reply, URI target) {
    Call next = call.redirectedTo(target, becomesGet(call, reply.status()));
    if (next.upload().isPresent()) {
      throw new ExchangeException(
          ExchangeException.Kind.REFUSED,
          call.origin() + " redirects " + call + ", whose body cannot be sent a second time.",
          null);
    }
    return call.mayLeave() && leaves(call, target) ? next.anonymously() : next;
  }

  private static boolean leaves(Call call, URI target) {
    try {
      return !call.origin().equals(Origin.of(target));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static Optional<URI> target(Call call, Reply reply) {
    if (!REDIRECTS.contains(reply.status())) {
      return Optional.empty();
    }
    try {
      return reply
          .header("Location")
          .map(location -> UrlReference.resolve(call.url(), URI.create(location)));
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Kind.REFUSED,
          call.origin() + " redirects " + call + " to something that is no URL.",
          null);
    }
  }

  private static boolean becomesGet(Call call, int status) {
    boolean safe = call.method().equals("GET") || call.method().equals("HEAD");
    return !safe && (status == 303 || (status <= 302 && call.method().equals("POST")));
  }
}
