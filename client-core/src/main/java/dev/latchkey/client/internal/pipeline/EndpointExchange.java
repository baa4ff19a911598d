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

  private final Exchange home;
  private final Exchange elsewhere;
  private final URI baseUrl;

  /**
   * Goes two ways.
   *
   * @param home to the profile's own origin
   * @param elsewhere to all others, without a credential
   * @param baseUrl of the profile
   */
  EndpointExchange(Exchange home, Exchange elsewhere, URI baseUrl) {
    this.home = home;
    this.elsewhere = elsewhere;
    this.baseUrl = baseUrl;
  }

  @Override
  public AuthReply send(AuthCall call) {
    Call request =
        withBody(call, Call.of(call.method(), url(call))).withHeader("Accept", "application/json");
    if (call.credential().isPresent()) {
      request = request.withCredential(call.credential().get());
    }
    try {
      return answer((call.elsewhere().isPresent() ? elsewhere : home).send(request)).to(call);
    } catch (ExchangeException e) {
      throw new AuthUnavailableException(String.valueOf(e.getMessage()), e.getCause());
    }
  }

  private URI url(AuthCall call) {
    URI base = call.elsewhere().map(origin -> URI.create(origin + "/")).orElse(baseUrl);
    return base.resolve(call.path());
  }

  /** With bytes of known length: Django reads a chunked body as empty. */
  private static Call withBody(AuthCall call, Call request) {
    if (call.fields().isEmpty()) {
      return request;
    }
    String text = call.isForm() ? FormBody.of(call.fields()) : Json.write(call.fields());
    return request.withBody(
        text.getBytes(StandardCharsets.UTF_8), call.isForm() ? FormBody.TYPE : "application/json");
  }

  private static AuthReply answer(Reply reply) {
    Instant now = Instant.now();
    return AuthReply.of(reply.status(), reply.json())
        .withTimes(
            reply.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now)),
            reply.date("Date"));
  }
}
