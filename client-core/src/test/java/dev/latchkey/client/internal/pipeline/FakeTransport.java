package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The end of a pipeline in memory: the n-th call gets the n-th answer of a script. */
final class FakeTransport implements Exchange {

  static final URI BASE = URI.create("https://service.test/api/");

  final List<Call> calls = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  private final IntFunction<Reply> script;
  private Duration timeout = Duration.ofMinutes(1);

  FakeTransport(IntFunction<Reply> script) {
    this.script = script;
  }

  static Reply reply(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> lists = new TreeMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new Reply(BASE, status, lists, body.getBytes(StandardCharsets.UTF_8));
  }

  static Reply reply(int status) {
    return reply(status, Map.of(), "");
  }

  FakeTransport withTimeout(Duration changed) {
    timeout = changed;
    return this;
  }

  @Override
  public Reply send(Call call) {
    calls.add(call);
    return script.apply(calls.size());
  }

  Exchange pipeline(FakeAuthenticator authenticator) {
    return pipeline(authenticator.bounded());
  }

  Exchange pipeline(BoundedAuthenticator authenticator) {
    return new Pipeline(
            this,
            timeout,
            RetryPolicy.usual(),
            pauses::add,
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
            Optional.empty())
        .authenticated(Origin.of(BASE), authenticator);
  }

  Reply receive(String method) {
    return pipeline(new FakeAuthenticator(new Placement.Header("Authorization", "Bearer")))
        .send(Call.of(method, BASE));
  }
}
