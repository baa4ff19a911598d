package dev.latchkey.it.fleet;

import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * One process of a fleet. In each round it waits at a barrier, opens a client, lets several threads
 * ask for the credential at once, and writes down what each of them got.
 */
final class FleetMember {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Path directory;
  private final String name = String.valueOf(ProcessHandle.current().pid());

  private FleetMember(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] arguments) throws Exception {
    FleetMember member = new FleetMember(Path.of(arguments[0]));
    for (int round = 1; member.takesPart(round); round++) {
      member.run(round);
    }
  }

  private boolean takesPart(int round) throws IOException {
    Files.createFile(directory.resolve("ready-" + round + "-" + name));
    Path start = directory.resolve("start-" + round);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(start) && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return Files.exists(start) && Files.size(start) > 0;
  }

  private void run(int round) throws IOException, InterruptedException {
    Properties wishes = new Properties();
    try (var reader = Files.newBufferedReader(directory.resolve("start-" + round))) {
      wishes.load(reader);
    }
    List<String> lines = new ArrayList<>();
    try (ApiClient client = client(wishes)) {
      int threads = Integer.parseInt(wishes.getProperty("threads", "1"));
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(() -> outcome(client));
      }
      for (Future<String> line : pool.invokeAll(calls)) {
        lines.add(get(line));
      }
      pool.shutdown();
    }
    Path done = directory.resolve("done-" + round + "-" + name);
    Path half = Files.write(directory.resolve("half-" + round + "-" + name), lines);
    Files.move(half, done);
  }

  private static String get(Future<String> line) throws InterruptedException {
    try {
      return line.get();
    } catch (ExecutionException e) {
      return "FAILED " + e.getCause();
    }
  }

  private static ApiClient client(Properties wishes) {
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(URI.create(wishes.getProperty("url", "")))
        .property("latchkey.cache-dir", wishes.getProperty("cache", ""))
        .setting("username", wishes.getProperty("user", ""))
        .setting("password", wishes.getProperty("password", ""))
        .build();
  }

  private static String outcome(ApiClient client) {
    try {
      String token =
          client.authenticator().credential(Origin.of(client.baseUrl())).secret().reveal();
      return "OK " + Integer.toHexString(token.hashCode());
    } catch (AuthException e) {
      return e.getClass().getSimpleName();
    }
  }
}
