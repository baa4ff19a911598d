package dev.latchkey.sandbox.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A headless Chromium, spoken to in the W3C's WebDriver protocol: seven of its calls are all that
 * is needed here.
 */
final class Browser implements AutoCloseable {
  /** WebDriver's code points for keys without a letter. */
  static final String TAB = "\uE004";

  static final String ENTER = "\uE007";

  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process driver;
  private final URI session;

  Browser(Path profile) {
    try {
      driver = new ProcessBuilder(DRIVER.toString(), "--port=0").redirectErrorStream(true).start();
      URI url = URI.create("http://127.0.0.1:" + port(driver) + "/");
      Map<String, Object> options =
          Map.of(
              "args",
              List.of(
                  "--headless=new",
                  "--no-sandbox",
                  "--disable-dev-shm-usage",
                  "--disable-gpu",
                  "--window-size=1000,900",
                  "--user-data-dir=" + profile));
      Object wanted =
          Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", options)));
      String id =
          send("POST", url.resolve("session"), wanted)
              .getAsJsonObject()
              .get("sessionId")
              .getAsString();
      session = url.resolve("session/" + id + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Skips the calling test where there is no Chromium; fails it where peers are required. */
  static void assumeInstalled() {
    boolean installed = Files.isExecutable(DRIVER);
    String missing = "Not tested in a browser: install the packages in .ci/packages";
    if ("true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"))) {
      assertThat(installed).as(missing).isTrue();
    }
    assumeTrue(installed, missing);
  }

  void open(URI page) {
    call("POST", "url", Map.of("url", page.toString()));
  }

  void reload() {
    call("POST", "refresh", Map.of());
  }

  String title() {
    return call("GET", "title", null).getAsString();
  }

  String url() {
    return call("GET", "url", null).getAsString();
  }

  /** The text that a person sees in the first element of this selector. */
  String text(String selector) {
    return call("GET", "element/" + find(selector) + "/text", null).getAsString();
  }

  boolean has(String selector) {
    return !call("POST", "elements", css(selector)).getAsJsonArray().isEmpty();
  }

  /** Waits, for a quarter of a minute at most, until a person reads {@code expected} there. */
  void awaitText(String selector, String expected) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!reads(selector, expected)) {
      assertThat(Instant.now()).as("waiting for %s in %s", expected, selector).isBefore(end);
    }
  }

  /** While a page gives way to the next, there may be nothing to read. */
  private boolean reads(String selector, String expected) {
    try {
      return text(selector).contains(expected);
    } catch (AssertionError e) {
      return false;
    }
  }

  void type(String selector, String text) {
    call("POST", "element/" + find(selector) + "/value", Map.of("text", text));
  }

  void click(String selector) {
    call("POST", "element/" + find(selector) + "/click", Map.of());
  }

  /** Clicks on what leads to another page, and waits until the present one has given way. */
  void follow(String selector) {
    String page = find("html");
    click(selector);
    Instant end = Instant.now().plus(PATIENCE);
    while (isThere(page)) {
      assertThat(Instant.now()).as("waiting for the page behind %s", selector).isBefore(end);
    }
  }

  private boolean isThere(String element) {
    try {
      call("GET", "element/" + element + "/name", null);
      return true;
    } catch (AssertionError e) {
      return false;
    }
  }

  /** Presses keys wherever the focus is. */
  void press(String keys) {
    List<Map<String, String>> strokes =
        keys.codePoints()
            .mapToObj(Character::toString)
            .flatMap(
                key ->
                    List.of(
                        Map.of("type", "keyDown", "value", key),
                        Map.of("type", "keyUp", "value", key))
                        .stream())
            .toList();
    Object keyboard = Map.of("type", "key", "id", "keyboard", "actions", strokes);
    call("POST", "actions", Map.of("actions", List.of(keyboard)));
  }

  /** What a script's {@code return} gives; it runs in the page, whatever the page's policy. */
  JsonElement run(String script) {
    return call("POST", "execute/sync", Map.of("script", script, "args", List.of()));
  }

  void allowClipboard(URI origin) {
    Object grant =
        Map.of(
            "origin",
            origin.toString(),
            "permissions",
            List.of("clipboardReadWrite", "clipboardSanitizedWrite"));
    call("POST", "goog/cdp/execute", Map.of("cmd", "Browser.grantPermissions", "params", grant));
  }

  /** What the console holds against the page. */
  List<String> complaints() {
    JsonElement log = call("POST", "se/log", Map.of("type", "browser"));
    return StreamSupport.stream(log.getAsJsonArray().spliterator(), false)
        .map(entry -> entry.getAsJsonObject().get("message").getAsString())
        .toList();
  }

  byte[] screenshot() {
    return Base64.getDecoder().decode(call("GET", "screenshot", null).getAsString());
  }

  @Override
  public void close() {
    call("DELETE", "", null);
    driver.destroy();
  }

  private String find(String selector) {
    return call("POST", "element", css(selector)).getAsJsonObject().get(ELEMENT).getAsString();
  }

  private static Map<String, String> css(String selector) {
    return Map.of("using", "css selector", "value", selector);
  }

  private JsonElement call(String method, String path, @Nullable Object body) {
    URI url =
        path.isEmpty()
            ? URI.create(session.toString().replaceFirst("/$", ""))
            : session.resolve(path);
    return send(method, url, body);
  }

  private static JsonElement send(String method, URI url, @Nullable Object body) {
    var publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(new Gson().toJson(body));
    try {
      String answer =
          HTTP.send(
                  HttpRequest.newBuilder(url)
                      .timeout(Duration.ofSeconds(60))
                      .method(method, publisher)
                      .build(),
                  BodyHandlers.ofString())
              .body();
      JsonElement value = JsonParser.parseString(answer).getAsJsonObject().get("value");
      if (value instanceof JsonObject object && object.has("error")) {
        throw new AssertionError(object.get("message").getAsString());
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String port(Process driver) throws IOException {
    BufferedReader out = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return port.group(1);
      }
    }
    throw new AssertionError("chromedriver did not start");
  }
}
