package dev.latchkey.it.fleet;

import dev.latchkey.it.scenario.DjangoPeer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * The Django peer. Its clock is the machine's, so time passes for the fleet alone; only {@link
 * #expire} lets a token expire for both.
 */
final class DjangoFleetService implements FleetService {

  private static final String KEY = "the signing key of both peers, to which tokens are the same";
  private static final Duration BRIEF = Duration.ofSeconds(1);

  private final DjangoPeer peer = new DjangoPeer(Duration.ofHours(24), KEY);
  private Duration ahead = Duration.ZERO;

  @Override
  public URI baseUrl() {
    return peer.baseUrl();
  }

  @Override
  public String user() {
    return peer.user();
  }

  @Override
  public String password() {
    return peer.password();
  }

  @Override
  public Instant now() {
    return Instant.now().plus(ahead);
  }

  /**
   * A renewal in the second of the login gives the same token, which nobody could tell from none at
   * all: here that second passes for the peer, too.
   */
  @Override
  public void pass(Duration time) {
    long second = Instant.now().getEpochSecond();
    Fleet.await("the next second", () -> Instant.now().getEpochSecond() > second);
    ahead = ahead.plus(time);
  }

  /** Gets the token from a peer with short lifetimes, to which this one is a successor. */
  @Override
  public void expire(Gate gate, Runnable login) {
    try (DjangoPeer brief = new DjangoPeer(BRIEF, KEY)) {
      gate.leadTo(brief.baseUrl());
      login.run();
      Instant end = Instant.now().plus(BRIEF);
      Fleet.await("the token has expired", () -> Instant.now().isAfter(end));
    } finally {
      gate.leadTo(baseUrl());
    }
  }

  @Override
  public void close() {
    peer.close();
  }
}
