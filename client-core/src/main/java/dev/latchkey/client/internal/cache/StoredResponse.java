package dev.latchkey.client.internal.cache;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response that is kept.
 *
 * @param reply the response, without what is never kept
 * @param selection what its request said of all that it depends on
 * @param asked when the server was asked
 * @param received when it answered
 */
record StoredResponse(Reply reply, String selection, Instant asked, Instant received) {

  static StoredResponse of(GetRequest request, Reply reply, Instant asked, Instant received) {
    Reply kept = new Reply(reply.url(), reply.status(), Fields.kept(reply), reply.body());
    return new StoredResponse(kept, request.selection(kept), asked, received);
  }

  /** Whether it is an answer to this request, fresh or not. */
  boolean answers(GetRequest request) {
    return selection.equals(request.selection(reply));
  }

  boolean hasValidator() {
    return etag().isPresent() || modified().isPresent();
  }

  private Optional<String> etag() {
    return reply.header("ETag");
  }

  private Optional<String> modified() {
    return reply.header("Last-Modified");
  }

  /** The call that asks whether it still holds (RFC 9111, section 4.3.1). */
  Call asking(Call call) {
    Call conditional = call;
    if (etag().isPresent()) {
      conditional = conditional.withHeader("If-None-Match", etag().get());
    }
    if (modified().isPresent()) {
      conditional = conditional.withHeader("If-Modified-Since", modified().get());
    }
    return conditional;
  }

  /** Whether a 304 speaks of it and not of another one (RFC 9111, section 4.3.4). */
  boolean isMeantBy(Reply notModified) {
    Optional<String> confirmed = notModified.header("ETag").map(StoredResponse::opaque);
    return confirmed.isEmpty() || confirmed.equals(etag().map(StoredResponse::opaque));
  }

  /** Compared weakly, as {@code If-None-Match} is (RFC 9110, section 13.1.2). */
  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }

  /** The same after the server has said that it still holds. */
  StoredResponse confirmed(
      GetRequest request, Reply notModified, Instant askedAgain, Instant confirmed) {
    Reply updated =
        new Reply(reply.url(), reply.status(), Fields.updated(reply, notModified), reply.body());
    return new StoredResponse(updated, request.selection(updated), askedAgain, confirmed);
  }

  /** What the caller gets, with its age (RFC 9111, section 5.1). */
  Reply reply(Instant now) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(reply.headers());
    headers.put("Age", List.of(String.valueOf(Freshness.of(this, now).age().toSeconds())));
    return new Reply(reply.url(), reply.status(), headers, reply.body());
  }
}
