package dev.latchkey.it.fleet;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.ApiClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One process of a fleet, with a client and several threads. Does what it reads on standard input,
 * a line at a time: wishes for a client to open, {@code go} to ask for the credential in all
 * threads at once, {@code close} the client. Tells on standard output what came of it.
 */
final class FleetMember {

  static final String OPENED = "opened";
  static final String GO = "go";
  static final String DONE = "done";
  static final String CLOSE = "close";
  static final String CLOSED = "closed";

  /** Between wishes, none of which has it inside. */
  static final String SEPARATOR = "\t";

  private final ApiClient client;
  private final int threads;
  private final ExecutorService pool;
  private final AtomicInteger warnings = new AtomicInteger();
  private volatile Instant now = Instant.EPOCH;

  private FleetMember(Map<String, String> wishes) {
    client = client(wishes);
    threads = Integer.parseInt(wish(wishes, "threads"));
    pool = Executors.newFixedThreadPool(threads);
  }

  public static void main(String[] arguments) throws Exception {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      new FleetMember(wishes(line)).serve(commands);
    }
  }

  private static Map<String, String> wishes(String line) {
    Map<String, String> wishes = new TreeMap<>();
    for (String wish : line.split(SEPARATOR, -1)) {
      int equals = wish.indexOf('=');
      wishes.put(wish.substring(0, Math.max(equals, 0)), wish.substring(equals + 1));
    }
    return wishes;
  }

  private static String wish(Map<String, String> wishes, String name) {
    return wishes.getOrDefault(name, "");
  }

  private void serve(BufferedReader commands) throws IOException, InterruptedException {
    tell(List.of(OPENED));
    String line = commands.readLine();
    while (line != null && line.startsWith(GO)) {
      now = Instant.parse(line.substring(GO.length() + 1));
      go();
      line = commands.readLine();
    }
    pool.shutdown();
    client.close();
    tell(List.of("warnings " + warnings.get(), CLOSED));
  }

  private void go() throws InterruptedException {
    List<Callable<String>> calls = Collections.nCopies(threads, this::outcome);
    for (Future<String> outcome : pool.invokeAll(calls)) {
      tell(List.of(get(outcome)));
    }
    tell(List.of(DONE));
  }

  private static String get(Future<String> outcome) throws InterruptedException {
    try {
      return outcome.get();
    } catch (ExecutionException e) {
      return "FAILED " + e.getCause();
    }
  }

  private static void tell(List<String> lines) {
    lines.forEach(System.out::println);
    System.out.flush();
  }

  private ApiClient client(Map<String, String> wishes) {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(URI.create(wish(wishes, "url")))
        .property("latchkey.cache-dir", wish(wishes, "cache"))
        .setting("username", wish(wishes, "user"))
        .setting("password", wish(wishes, "password"))
        .setting("refresh-after-expiry", wish(wishes, "refresh-after-expiry"))
        .clock(() -> now)
        .listener(this::count)
        .build();
  }

  private void count(AuthEvent event) {
    if (event.kind() == AuthEvent.Kind.DEGRADED) {
      warnings.incrementAndGet();
    }
  }

  private String outcome() {
    try {
      String token =
          client.authenticator().credential(Origin.of(client.baseUrl())).secret().reveal();
      return "OK " + Integer.toHexString(token.hashCode());
    } catch (AuthException e) {
      return e.getClass().getSimpleName();
    }
  }
}
