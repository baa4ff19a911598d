package dev.latchkey.client.internal.cache;

import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.internal.pipeline.BoundedAuthenticator;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Pipeline;
import dev.latchkey.client.internal.pipeline.Reply;
import dev.latchkey.client.internal.pipeline.RetryPolicy;
import dev.latchkey.client.internal.pipeline.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cache in a directory, before a server in memory that answers as it is told. */
final class Ground {

  static final URI URL = URI.create("https://service.test/api/things/");
  static final Origin ORIGIN = Origin.of(URL);
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final List<Call> asked = new CopyOnWriteArrayList<>();
  final List<String> warnings = new CopyOnWriteArrayList<>();
  final User user = new User("Webin-1");
  private final Path directory;
  private volatile Function<Call, Reply> server = call -> reply(404, Map.of(), "");
  private volatile Instant now = START;

  Ground(Path directory) {
    this.directory = directory;
  }

  static Reply reply(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> lists = new TreeMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new Reply(URL, status, lists, body.getBytes(StandardCharsets.UTF_8));
  }

  void answers(Function<Call, Reply> how) {
    server = how;
  }

  void answers(Reply reply) {
    server = call -> reply;
  }

  void after(Duration time) {
    now = now.plus(time);
  }

  ResponseCache cache() {
    return new ResponseCache(directory, "test", () -> now, warnings::add);
  }

  Exchange client(Authenticator authenticator) {
    return new Pipeline(
            this::transport,
            Duration.ofMinutes(1),
            new RetryPolicy(1, Duration.ZERO, Duration.ZERO),
            Pause.sleeping(),
            () -> now,
            Optional.of(cache()))
        .authenticated(
            ORIGIN,
            new BoundedAuthenticator(authenticator, Runnable::run, () -> 0, Waiting.sleeping()));
  }

  private Reply transport(Call call) {
    asked.add(call);
    return server.apply(call);
  }

  Reply get() {
    return get(user);
  }

  Reply get(Authenticator authenticator) {
    return client(authenticator).send(Call.of("GET", URL));
  }

  Reply get(String header, String value) {
    return client(user).send(Call.of("GET", URL).withHeader(header, value));
  }

  /** The files of the cache. */
  List<Path> files() {
    try (Stream<Path> files = Files.walk(directory.resolve("responses"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
