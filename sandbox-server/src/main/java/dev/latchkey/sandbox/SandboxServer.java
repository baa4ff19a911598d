package dev.latchkey.sandbox;

import dev.latchkey.sandbox.gofigr.GofigrRoutes;
import dev.latchkey.sandbox.gofigr.GofigrStores;
import dev.latchkey.sandbox.http.CommonHeaders;
import dev.latchkey.sandbox.http.ErrorPages;
import dev.latchkey.sandbox.http.HostGate;
import dev.latchkey.sandbox.http.RequestBody;
import dev.latchkey.sandbox.mgnify.MgnifyRoutes;
import dev.latchkey.sandbox.mgnify.MgnifySettings;
import dev.latchkey.sandbox.store.ServerSecrets;
import dev.latchkey.sandbox.token.SigningKey;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenPairs;
import dev.latchkey.sandbox.token.TokenTimes;
import dev.latchkey.sandbox.web.LandingPage;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Puts the HTTP server together. */
final class SandboxServer {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int MOST_THREADS = 64;
  private static final int FEWEST_THREADS = 4;

  private final SandboxOptions options;
  private final GofigrStores stores;
  private final ServerSecrets secrets;

  SandboxServer(SandboxOptions options, GofigrStores stores, ServerSecrets secrets) {
    this.options = options;
    this.stores = stores;
    this.secrets = secrets;
  }

  /** Starts to listen. */
  Javalin start(RequestLog log) {
    return Javalin.create(config -> configure(config, log)).start();
  }

  private void configure(JavalinConfig config, RequestLog log) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.host = LOOPBACK;
    config.jetty.port = options.port();
    config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    config.jetty.modifyHttpConfiguration(
        http -> {
          // The date is the sandbox's clock's to tell.
          http.setSendDateHeader(false);
          http.setSendServerVersion(false);
        });
    addRoutes(config.routes, log);
  }

  private void addRoutes(RoutesConfig routes, RequestLog log) {
    routes.before(new CommonHeaders(options.clock()));
    routes.before(new HostGate());
    routes.before(RequestBody.gate());
    routes.after(new RequestRecorder(log));
    ErrorPages.addTo(routes);
    routes.get("/", new LandingPage(usernames()));
    mgnify().addTo(routes);
    gofigr().addTo(routes);
  }

  private MgnifyRoutes mgnify() {
    SigningKey key = new SigningKey(secrets.of("mgnify-jwt"));
    return new MgnifyRoutes(
        stores.accounts(),
        new SlidingTokens(key, options.clock(), times()),
        new MgnifySettings(
            usernames(),
            options.privateStudies(),
            options.tokenDelay(),
            options.refreshMode() == RefreshMode.DOCUMENTED));
  }

  private GofigrRoutes gofigr() {
    SigningKey key = new SigningKey(secrets.of("gofigr-jwt"));
    return new GofigrRoutes(
        stores,
        new TokenPairs(key, options.clock(), times()),
        options.clock(),
        options.tokenDelay());
  }

  private TokenTimes times() {
    return new TokenTimes(options.tokenLifetime(), options.refreshWindow());
  }

  private List<String> usernames() {
    return options.users().stream().map(SandboxUser::username).toList();
  }
}
