package dev.latchkey.sandbox;

import dev.latchkey.sandbox.account.AccountRoutes;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.device.DeviceRoutes;
import dev.latchkey.sandbox.fault.Faulty;
import dev.latchkey.sandbox.fault.Script;
import dev.latchkey.sandbox.fault.ScriptedAnswer;
import dev.latchkey.sandbox.gofigr.GofigrRoutes;
import dev.latchkey.sandbox.http.CommonHeaders;
import dev.latchkey.sandbox.http.ErrorPages;
import dev.latchkey.sandbox.http.HostGate;
import dev.latchkey.sandbox.http.RequestBody;
import dev.latchkey.sandbox.http.Wire;
import dev.latchkey.sandbox.mgnify.MgnifyRoutes;
import dev.latchkey.sandbox.mgnify.MgnifySettings;
import dev.latchkey.sandbox.mgnify.MgnifySettings.Style;
import dev.latchkey.sandbox.token.SigningKey;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenPairs;
import dev.latchkey.sandbox.token.TokenTimes;
import dev.latchkey.sandbox.web.Assets;
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
  private final SandboxStores stores;
  private final TokenPairs pairs;
  private final Script script;

  SandboxServer(SandboxOptions options, SandboxStores stores, Script script) {
    this.options = options;
    this.script = script;
    this.stores = stores;
    this.pairs = new TokenPairs(key("gofigr-jwt"), options.clock(), times());
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
          // Jetty would take a token for the one before it that differs in case only.
          http.setHeaderCacheCaseSensitive(true);
        });
    addRoutes(config.routes, log);
  }

  private void addRoutes(RoutesConfig routes, RequestLog log) {
    routes.before(new CommonHeaders(options.clock()));
    routes.before(new HostGate());
    routes.before(RequestBody.gate());
    routes.before(new Faulty(script, options.clock()));
    routes.after(new RequestRecorder(log));
    routes.after(Wire::cutResult);
    ScriptedAnswer.addTo(routes);
    ErrorPages.addTo(routes);
    routes.get("/", new LandingPage(usernames()));
    Assets.addTo(routes);
    mgnify().addTo(routes);
    gofigr().addTo(routes);
    devices().addTo(routes);
    new AccountRoutes(stores.stores().accounts(), stores.stores().keys(), options.clock())
        .addTo(routes);
  }

  private MgnifyRoutes mgnify() {
    Style style = Style.valueOf(options.dialect().name());
    return new MgnifyRoutes(
        stores.stores().accounts(),
        new SlidingTokens(key("mgnify-jwt"), options.clock(), times(), style.userClaim()),
        new MgnifySettings(
            new Catalog(usernames(), options.data().extent()),
            style,
            options.tokenDelay(),
            options.refreshMode() == RefreshMode.DOCUMENTED));
  }

  private GofigrRoutes gofigr() {
    return new GofigrRoutes(stores.stores(), pairs, options.clock(), options.tokenDelay());
  }

  private DeviceRoutes devices() {
    return new DeviceRoutes(
        stores.stores().accounts(), stores.devices(), pairs, options.tokenDelay());
  }

  private SigningKey key(String purpose) {
    return new SigningKey(stores.secrets().of(purpose));
  }

  private TokenTimes times() {
    return new TokenTimes(options.tokenLifetime(), options.refreshWindow());
  }

  private List<String> usernames() {
    return options.users().stream().map(SandboxUser::username).toList();
  }
}
