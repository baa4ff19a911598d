package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One GET, answered from what is kept or by the server. Used once. */
final class CachedGet {

  private static final Logger REQUESTS = LoggerFactory.getLogger("dev.latchkey.client.requests");

  private final GetRequest request;
  private final Call call;
  private final CacheExchange.Desk desk;

  CachedGet(GetRequest request, CacheExchange.Desk desk) {
    this.request = request;
    this.call = request.call();
    this.desk = desk;
  }

  Reply reply() {
    Optional<StoredResponse> found =
        desk.shelf().load(call.url()).filter(stored -> stored.answers(request));
    if (found.isEmpty()) {
      return fetched(call);
    }
    StoredResponse stored = found.get();
    Instant now = now();
    if (Freshness.of(stored, now).suffices(request.control())) {
      REQUESTS.debug("{} -> answered from the response cache, still fresh", call);
      return stored.reply(now);
    }
    return stored.hasValidator() ? validated(stored) : fetched(call);
  }

  private Reply validated(StoredResponse stored) {
    Instant asked = now();
    Reply reply = desk.next().send(stored.asking(call));
    if (reply.status() != 304) {
      return kept(reply, asked);
    }
    if (!stored.isMeantBy(reply)) {
      return fetched(call);
    }
    Instant confirmed = now();
    StoredResponse updated = stored.confirmed(request, reply, asked, confirmed);
    keep(updated, KeepingRule.allows(request, updated, updated.reply()));
    REQUESTS.debug("{} -> answered from the response cache, as nothing has changed", call);
    return updated.reply(confirmed);
  }

  private Reply fetched(Call unconditional) {
    Instant asked = now();
    return kept(desk.next().send(unconditional), asked);
  }

  /** A server in trouble says nothing about what is kept; any other answer takes its place. */
  private Reply kept(Reply reply, Instant asked) {
    boolean isTrouble = reply.status() >= 500 || reply.status() == 429;
    if (!isTrouble) {
      StoredResponse response = StoredResponse.of(request, reply, asked, now());
      keep(response, KeepingRule.allows(request, response, reply));
    }
    return reply;
  }

  private void keep(StoredResponse response, boolean isAllowed) {
    try {
      if (isAllowed) {
        desk.shelf().save(call.url(), response);
      } else {
        desk.shelf().remove(call.url());
      }
    } catch (IOException e) {
      desk.trouble().accept(e);
    }
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
