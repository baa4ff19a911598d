package dev.latchkey.sandbox;

import io.javalin.config.JettyConfig;
import io.javalin.http.Header;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Where the server listens, and how much and how long it listens to anybody. */
final class Listener {
  /** Jetty would start the JVM's management, a tenth of all work, to find out that these are 16. */
  private static final String REFERENCES = "org.eclipse.jetty.util.referencesPerCacheLine";

  private static final int MOST_THREADS = 64;
  private static final int FEWEST_THREADS = 4;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

  private final SandboxOptions options;
  private final Optional<SslContextFactory.Server> tls;

  /** Reads the certificate, if there is to be one. */
  Listener(SandboxOptions options) {
    SandboxAddress address = options.address();
    if (address.tls().isEmpty() && !address.isLoopback()) {
      throw new SandboxException(
          "The sandbox listens on "
              + address.host()
              + " only with TLS: give it a certificate, or let it listen on 127.0.0.1");
    }
    this.options = options;
    this.tls = address.tls().map(Listener::contextFactory);
  }

  void configure(JettyConfig jetty) {
    if (System.getProperty(REFERENCES) == null) {
      System.setProperty(REFERENCES, "16");
    }
    jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    jetty.modifyHttpConfiguration(Listener::limit);
    jetty.addConnector(this::connector);
    jetty.modifyServer(server -> server.setErrorHandler(Listener::refuse));
  }

  private static void limit(HttpConfiguration http) {
    // The date is the sandbox's clock's to tell.
    http.setSendDateHeader(false);
    http.setSendServerVersion(false);
    // Jetty would take a token for the one before it that differs in case only.
    http.setHeaderCacheCaseSensitive(true);
    http.setRequestHeaderSize(LARGEST_HEADERS);
    http.addCustomizer((request, answered) -> withItsOwnMethod(request));
  }

  /** Jetty would answer what is no HTTP with a page, to HEAD as well, and end without a word. */
  private static boolean refuse(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close").put(HttpHeader.CONTENT_LENGTH, 0);
    callback.succeeded();
    return true;
  }

  /** Javalin would take another method from a header, which neither service does. */
  private static Request withItsOwnMethod(Request request) {
    if (!request.getHeaders().contains(Header.X_HTTP_METHOD_OVERRIDE)) {
      return request;
    }
    HttpFields headers =
        HttpFields.build(request.getHeaders()).remove(Header.X_HTTP_METHOD_OVERRIDE).asImmutable();
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        tls.map(context -> secure(server, http, context))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    connector.setHost(options.address().host());
    connector.setPort(options.port());
    connector.setIdleTimeout(LONGEST_SILENCE.toMillis());
    return connector;
  }

  private static ServerConnector secure(
      Server server, HttpConfiguration http, SslContextFactory.Server context) {
    // Which names are answered to is the host gate's matter, with TLS or without.
    http.addCustomizer(new SecureRequestCustomizer(false));
    HttpConnectionFactory next = new HttpConnectionFactory(http);
    return new ServerConnector(server, new SslConnectionFactory(context, next.getProtocol()), next);
  }

  private static SslContextFactory.Server contextFactory(SandboxTls tls) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStore(tls.keyStore());
    factory.setKeyStorePassword(tls.password());
    return factory;
  }
}
