package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthExchange;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.client.internal.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The port through which authenticators call their endpoints, on the pipeline. */
final class EndpointExchange implements AuthExchange {

  private final Exchange way;
  private final URI baseUrl;

  EndpointExchange(Exchange way, URI baseUrl) {
    this.way = way;
    this.baseUrl = baseUrl;
  }

  @Override
  public AuthReply send(AuthCall call) {
    Call request =
        Call.of(call.method(), baseUrl.resolve(call.path()))
            .withHeader("Accept", "application/json");
    if (!call.fields().isEmpty()) {
      // Bytes of known length: Django reads a chunked body as empty.
      request =
          request.withBody(
              Json.write(call.fields()).getBytes(StandardCharsets.UTF_8), "application/json");
    }
    if (call.credential().isPresent()) {
      request = request.withCredential(call.credential().get());
    }
    try {
      return answer(way.send(request));
    } catch (ExchangeException e) {
      throw new AuthUnavailableException(String.valueOf(e.getMessage()), e.getCause());
    }
  }

  private static AuthReply answer(Reply reply) {
    Instant now = Instant.now();
    return AuthReply.of(reply.status(), reply.json())
        .withTimes(
            reply.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now)),
            reply.header("Date").flatMap(RetryAfter::date));
  }
}
