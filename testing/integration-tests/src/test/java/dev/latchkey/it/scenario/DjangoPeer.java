package dev.latchkey.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A small Django site with djangorestframework-simplejwt, as Debian packages them. */
public final class DjangoPeer implements SlidingService {

  private static final String PYTHON = "/usr/bin/python3";
  private static final String USER = "Webin-12345";
  private static final String PASSWORD = "canary $pass word";

  private final Process process;
  private final URI baseUrl;

  DjangoPeer(Duration lifetime) {
    this(lifetime, "");
  }

  /**
   * Starts it.
   *
   * @param lifetime of its tokens
   * @param key to sign them with, empty for a new one; a peer with the same key accepts them
   */
  public DjangoPeer(Duration lifetime, String key) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              PYTHON,
              Path.of(System.getProperty("reactor.root", "."), "testing/peers/django_peer.py")
                  .toString(),
              "--lifetime",
              String.valueOf(lifetime.toSeconds()));
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("PEER_USER", USER);
      builder.environment().put("PEER_PASSWORD", PASSWORD);
      builder.environment().put("PEER_KEY", key);
      process = builder.start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String ready = out.readLine();
      assertThat(ready).as("the peer's first line").startsWith("READY ");
      baseUrl = URI.create(ready.substring("READY ".length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Skips the calling test where the peer's packages are missing, saying so; fails it instead where
   * {@code LATCHKEY_REQUIRE_PEERS=true}.
   */
  public static void assumeInstalled() {
    boolean required = "true".equals(System.getenv("LATCHKEY_REQUIRE_PEERS"));
    boolean installed = isInstalled();
    String missing =
        "Django peer not tested: install the packages in testing/peers/requirements.apt";
    if (required) {
      assertThat(installed).as(missing).isTrue();
    }
    assumeTrue(installed, missing);
  }

  private static boolean isInstalled() {
    try {
      Process check =
          new ProcessBuilder(PYTHON, "-c", "import django, rest_framework_simplejwt")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return check.waitFor(30, TimeUnit.SECONDS) && check.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return PASSWORD;
  }

  @Override
  public long posts(String path) {
    try {
      String counters =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(baseUrl.resolve("/_peer/counters")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      JsonElement count =
          JsonParser.parseString(counters)
              .getAsJsonObject()
              .get("POST " + baseUrl.getPath() + path);
      return count == null ? 0 : count.getAsLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      // End of input ends the peer.
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
