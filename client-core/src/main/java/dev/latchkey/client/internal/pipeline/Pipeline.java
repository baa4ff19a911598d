package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.Origin;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Where the order of a request's steps is written down. Immutable.
 *
 * @param transport the last step, which speaks HTTP
 * @param timeout how long a call may take in all
 * @param retries how often a call is sent again
 * @param pause how to wait between attempts
 * @param clock what time it is
 * @param caching what may answer in the place of the transport
 */
public record Pipeline(
    Exchange transport,
    Duration timeout,
    RetryPolicy retries,
    Pause pause,
    InstantSource clock,
    Optional<ResponseCaching> caching) {

  /** The way of a request with a credential. */
  public Exchange authenticated(Origin origin, BoundedAuthenticator authenticator) {
    Exchange way = guarded(origin, authenticator);
    way = new RetryExchange(way, retries, pause, clock);
    return new DeadlineExchange(way, timeout);
  }

  /** The way of a request that is sent on for somebody else, who may send it again. */
  public Exchange relaying(Origin origin, BoundedAuthenticator authenticator) {
    return new DeadlineExchange(guarded(origin, authenticator), timeout);
  }

  private Exchange guarded(Origin origin, BoundedAuthenticator authenticator) {
    Exchange way = new LoggingExchange(transport);
    way = caching.isPresent() ? caching.get().before(way, authenticator.authenticator()) : way;
    way = new AuthenticationExchange(way, authenticator, pause);
    way = new OriginGateExchange(way, origin);
    return new RedirectExchange(way);
  }

  /** The ways of an authenticator's own calls: no retries and no redirects. */
  public AuthExchange endpoints(URI baseUrl) {
    Exchange way = new LoggingExchange(transport);
    Exchange home = new OriginGateExchange(way, Origin.of(baseUrl));
    Exchange elsewhere = new BareGateExchange(way);
    return new EndpointExchange(
        new DeadlineExchange(home, timeout), new DeadlineExchange(elsewhere, timeout), baseUrl);
  }
}
