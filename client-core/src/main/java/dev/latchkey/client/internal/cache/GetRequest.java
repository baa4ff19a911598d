package dev.latchkey.client.internal.cache;

import dev.latchkey.auth.Placement;
import dev.latchkey.client.internal.file.Sha256;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A GET as the cache sees it. Immutable. */
final class GetRequest {

  /** Whoever sets one of these keeps something himself. */
  private static final Set<String> CONDITIONS =
      Set.of(
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "range");

  private final Call call;
  private final Map<String, String> headers;
  private final CacheControl control;

  GetRequest(Call call) {
    this.call = call;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(call.headers());
    this.control = CacheControl.of(headers.getOrDefault("Cache-Control", pragma(headers)));
  }

  /** HTTP/1.0's way to say it (RFC 9111, section 5.4). */
  private static String pragma(Map<String, String> headers) {
    return headers.getOrDefault("Pragma", "");
  }

  Call call() {
    return call;
  }

  CacheControl control() {
    return control;
  }

  /** Whether a kept response may answer it, and its response may be kept. */
  boolean isCacheable() {
    return call.sink().isEmpty()
        && call.upload().isEmpty()
        && call.body() == null
        && !control.has("no-store")
        && headers.keySet().stream()
            .noneMatch(name -> CONDITIONS.contains(name.toLowerCase(Locale.ROOT)));
  }

  /**
   * What the request says of all that the response depends on (RFC 9111, section 4.1), as a hash: a
   * caller's header may be secret. The credential is left out, since responses are kept for one
   * user anyway.
   */
  String selection(Reply reply) {
    List<String> said = new ArrayList<>();
    for (String name : new TreeSet<>(Fields.names(reply, "Vary"))) {
      if (!isCredential(name)) {
        said.add(name + ":" + headers.getOrDefault(name, ""));
      }
    }
    return Sha256.hex(String.join("\n", said));
  }

  private boolean isCredential(String name) {
    return call.credential()
        .filter(
            credential ->
                credential.placement() instanceof Placement.Header header
                    && header.name().equalsIgnoreCase(name))
        .isPresent();
  }

  @Override
  public String toString() {
    return call.toString();
  }
}
