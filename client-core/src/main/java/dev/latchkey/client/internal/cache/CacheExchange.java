package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers a GET from what is kept, if that is fresh or the server says that it still holds, and
 * keeps what it answers otherwise. Forgets a response when another method may have changed what it
 * tells of (RFC 9111, section 4.4). What cannot be read or written does no harm.
 */
final class CacheExchange implements Exchange {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Exchange next;
  private final Shelves shelves;
  private final InstantSource clock;
  private final Consumer<IOException> trouble;

  /**
   * Stands before another step.
   *
   * @param next the rest of the way
   * @param shelves where responses are
   * @param clock what time it is
   * @param trouble is told what could not be written
   */
  CacheExchange(
      Exchange next, Shelves shelves, InstantSource clock, Consumer<IOException> trouble) {
    this.next = next;
    this.shelves = shelves;
    this.clock = clock;
    this.trouble = trouble;
  }

  @Override
  public Reply send(Call call) {
    if (!SAFE.contains(call.method())) {
      return changing(call);
    }
    GetRequest request = new GetRequest(call);
    if (!call.method().equals("GET") || !request.isCacheable()) {
      return next.send(call);
    }
    Optional<Shelf> shelf = shelves.of(call);
    return shelf.isPresent()
        ? new CachedGet(request, new Desk(next, shelf.get(), clock, trouble)).reply()
        : next.send(call);
  }

  /** Whatever became of a call that broke off, the server may have acted on it. */
  private Reply changing(Call call) {
    try {
      Reply reply = next.send(call);
      if (reply.status() < 400) {
        forget(call);
      }
      return reply;
    } catch (ExchangeException e) {
      forget(call);
      throw e;
    }
  }

  private void forget(Call call) {
    shelves.of(call).ifPresent(shelf -> forget(shelf, call));
    forget(shelves.ofNobody(call.origin()), call);
  }

  private void forget(Shelf shelf, Call call) {
    try {
      shelf.remove(call.url());
    } catch (IOException e) {
      trouble.accept(e);
    }
  }

  /**
   * What it takes to answer one request.
   *
   * @param next the rest of the way
   * @param shelf where its responses are
   * @param clock what time it is
   * @param trouble is told what could not be written
   */
  record Desk(Exchange next, Shelf shelf, InstantSource clock, Consumer<IOException> trouble) {}
}
