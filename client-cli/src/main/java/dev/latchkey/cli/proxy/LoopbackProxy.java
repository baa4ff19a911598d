package dev.latchkey.cli.proxy;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service on the loopback interface, without its credential: whoever shows the token of this run
 * there is answered by the service, under the same paths. Thread-safe.
 */
public final class LoopbackProxy implements AutoCloseable {

  private static final int BACKLOG = 128;

  static {
    // Read when the first server is made. An answer's head and body are two packets, the second of
    // which would wait for the first to be acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("jdk.httpserver.maxConnections", "512");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final RunToken token;
  private final URI url;

  private LoopbackProxy(HttpServer server, ExecutorService threads, RunToken token, URI url) {
    this.server = server;
    this.threads = threads;
    this.token = token;
    this.url = url;
  }

  /**
   * Starts a proxy. Logs in, if that is needed, so that a failure shows now.
   *
   * @param client the client of the profile; stays open as long as the proxy, which does not close
   *     it
   * @param options what is wanted of it
   * @return the proxy; the caller closes it
   * @throws ProxyException when a rule is none, or the port is taken
   * @throws dev.latchkey.auth.AuthException when there is no credential
   * @throws dev.latchkey.client.RequestFailedException when it does not come in time
   */
  public static LoopbackProxy start(ApiClient client, ProxyOptions options) {
    Placement placement = client.credential().placement();
    RunToken token = RunToken.create();
    HttpServer server = bind(options.port());
    try {
      int port = server.getAddress().getPort();
      CallerCheck callers = new CallerCheck(token, placement, port);
      server.createContext("/", new ProxyHandler(client, placement, callers, options));
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "latchkey-proxy");
                thread.setDaemon(true);
                return thread;
              });
      server.setExecutor(threads);
      server.start();
      URI url = URI.create("http://127.0.0.1:" + port + client.baseUrl().getRawPath());
      return new LoopbackProxy(server, threads, token, url);
    } catch (RuntimeException e) {
      server.stop(0);
      throw e;
    }
  }

  private static HttpServer bind(int port) {
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
          BACKLOG);
    } catch (IOException e) {
      throw new ProxyException(
          "The proxy cannot listen on port "
              + port
              + " ("
              + e.getMessage()
              + "). Use another --port.",
          e);
    }
  }

  /** {@return where the profile's base URL is here} */
  public URI url() {
    return url;
  }

  /** {@return what callers show; a secret, but of no use anywhere else} */
  public String token() {
    return token.reveal();
  }

  /** Stops at once; answers under way break off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** {@return where it is} */
  @Override
  public String toString() {
    return "LoopbackProxy[" + url + "]";
  }
}
