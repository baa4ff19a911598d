package dev.latchkey.cli.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpHandler;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A service, proxies before it, and what they have noted. */
final class ProxyFixture {

  static final String KEY = "canary-key-1";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

  final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> audit = new LinkedBlockingQueue<>();

  void close() throws Exception {
    for (AutoCloseable resource : open) {
      resource.close();
    }
  }

  Service service(HttpHandler answers) {
    Service service = Service.answering(answers);
    open.add(service);
    return service;
  }

  LoopbackProxy proxy(Service service, String... allowed) {
    return proxy(service, 0, allowed);
  }

  LoopbackProxy proxy(Service service, int port, String... allowed) {
    ApiClient client =
        ApiClient.builder()
            .profile("lab")
            .property("latchkey.profiles.lab.provider", "api-key")
            .baseUrl(service.url())
            .setting("key", KEY)
            .tokens(TokenStore.inMemory())
            .build();
    open.add(0, client);
    LoopbackProxy proxy =
        LoopbackProxy.start(
            client, new ProxyOptions(port, List.of(allowed), AuditLog.to(audit::add, CLOCK)));
    open.add(0, proxy);
    return proxy;
  }

  /** The next line of the audit, which may come after the answer. */
  String noted() throws InterruptedException {
    return String.valueOf(audit.poll(60, TimeUnit.SECONDS));
  }

  static HttpHandler always(int status, String body) {
    return exchange -> Service.send(exchange, status, body.getBytes(US_ASCII));
  }

  static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
