package dev.latchkey.sandbox;

import dev.latchkey.sandbox.account.AccountRoutes;
import dev.latchkey.sandbox.data.Catalog;
import dev.latchkey.sandbox.device.DeviceRoutes;
import dev.latchkey.sandbox.fault.Faulty;
import dev.latchkey.sandbox.fault.Script;
import dev.latchkey.sandbox.fault.ScriptedAnswer;
import dev.latchkey.sandbox.gofigr.GofigrRoutes;
import dev.latchkey.sandbox.gofigr.GofigrSettings;
import dev.latchkey.sandbox.http.CommonHeaders;
import dev.latchkey.sandbox.http.ErrorPages;
import dev.latchkey.sandbox.http.HostGate;
import dev.latchkey.sandbox.http.RequestBody;
import dev.latchkey.sandbox.http.Wire;
import dev.latchkey.sandbox.login.Logins;
import dev.latchkey.sandbox.login.Throttle;
import dev.latchkey.sandbox.login.Throttle.Limits;
import dev.latchkey.sandbox.mgnify.MgnifyRoutes;
import dev.latchkey.sandbox.mgnify.MgnifySettings;
import dev.latchkey.sandbox.mgnify.MgnifySettings.Style;
import dev.latchkey.sandbox.web.Assets;
import dev.latchkey.sandbox.web.LandingPage;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** Puts the HTTP server together. */
final class SandboxServer {
  private final SandboxOptions options;
  private final SandboxStores stores;
  private final Script script;
  private final Logins logins;

  SandboxServer(SandboxOptions options, SandboxStores stores, Script script) {
    this.options = options;
    this.script = script;
    this.stores = stores;
    this.logins =
        new Logins(stores.stores().accounts(), new Throttle(limits(options), options.clock()));
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
    new Listener(options).configure(config.jetty);
    addRoutes(config.routes, log);
  }

  private void addRoutes(RoutesConfig routes, RequestLog log) {
    routes.before(new CommonHeaders(options.clock()));
    routes.before(new HostGate(options.address().answeredNames()));
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
    new AccountRoutes(logins, stores.stores().keys(), stores.sessions()).addTo(routes);
  }

  private MgnifyRoutes mgnify() {
    return new MgnifyRoutes(
        stores.stores().accounts(),
        logins,
        stores.slidingTokens(),
        new MgnifySettings(
            new Catalog(usernames(), options.data().extent()),
            Style.valueOf(options.dialect().name()),
            options.tokenDelay(),
            options.refreshMode() == RefreshMode.DOCUMENTED));
  }

  private GofigrRoutes gofigr() {
    return new GofigrRoutes(
        stores.stores(),
        logins,
        stores.tokenPairs(),
        new GofigrSettings(options.clock(), options.tokenDelay()));
  }

  private DeviceRoutes devices() {
    return new DeviceRoutes(logins, stores.devices(), stores.tokenPairs(), options.tokenDelay());
  }

  private static Limits limits(SandboxOptions options) {
    LoginLimit limit = options.loginLimit();
    return new Limits(limit.perUser(), limit.perAddress(), limit.window());
  }

  private List<String> usernames() {
    return options.users().stream().map(SandboxUser::username).toList();
  }
}
