package dev.latchkey.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded cases that the sandbox is judged by are true: Django with simplejwt, run here and
 * now, gives the same status and the same body.
 */
class DjangoPeerReplayTest {
  private static final String RECORDING =
      "sandbox-server/src/test/resources/dev/latchkey/sandbox/recorded-simplejwt.json";
  private static final String KEY = "a key for the peer and for whoever forges its tokens";
  private static final String OTHER_KEY = "another key, which the peer has never heard of at all";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The peer has a limit for {@code page_size}, which the recorded server had not. */
  private static final Set<String> OF_ANOTHER_SITE = Set.of("protected/page-size-100000");

  private static DjangoPeer peer;

  @BeforeAll
  static void start() {
    DjangoPeer.assumeInstalled();
    peer = new DjangoPeer(Duration.ofMinutes(5), KEY);
  }

  @AfterAll
  static void stop() {
    if (peer != null) {
      peer.close();
    }
  }

  static Stream<Named<JsonObject>> cases() throws IOException {
    Path file = Path.of(System.getProperty("reactor.root", "."), RECORDING);
    return StreamSupport.stream(
            JsonParser.parseString(Files.readString(file)).getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(each -> !OF_ANOTHER_SITE.contains(each.get("case").getAsString()))
        .map(each -> Named.of(each.get("case").getAsString(), each));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsRecorded(JsonObject recorded) throws Exception {
    HttpResponse<String> answer = HTTP.send(request(recorded), BodyHandlers.ofString());
    JsonObject expected = recorded.getAsJsonObject("answer");
    assertThat(answer.statusCode()).isEqualTo(expected.get("status").getAsInt());
    if (expected.has("json")) {
      JsonObject body = JsonParser.parseString(answer.body()).getAsJsonObject();
      assertThat(masked(body)).isEqualTo(expected.get("json"));
    } else {
      assertThat(answer.body()).isEqualTo(expected.get("text").getAsString());
    }
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
        .isEqualTo(expected.has("WWW-Authenticate") ? text(expected, "WWW-Authenticate") : "");
  }

  private static HttpRequest request(JsonObject recorded) throws GeneralSecurityException {
    String token = recorded.has("token") ? token(recorded) : "";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(peer.baseUrl().resolve(text(recorded, "path")))
            .timeout(Duration.ofSeconds(30));
    boolean chunked = false;
    for (var header : recorded.getAsJsonObject("headers").entrySet()) {
      if (header.getKey().equals("Transfer-Encoding")) {
        chunked = true;
      } else {
        request.header(header.getKey(), header.getValue().getAsString().replace("<TOKEN>", token));
      }
    }
    var body = BodyPublishers.ofString(body(recorded).replace("<TOKEN>", token));
    return request
        .method(text(recorded, "method"), chunked ? BodyPublishers.fromPublisher(body) : body)
        .build();
  }

  /** The recorded body, with the peer's user instead of the recorded one. */
  private static String body(JsonObject recorded) {
    String body = text(recorded, "body");
    boolean isForm = body.startsWith("username=");
    String password =
        isForm ? URLEncoder.encode(peer.password(), StandardCharsets.UTF_8) : peer.password();
    return body.replaceFirst("Webin-1\\b", peer.user()).replace("correct-horse", password);
  }

  /** The recorded token, as it would be if it were made now. */
  private static String token(JsonObject recorded) throws GeneralSecurityException {
    JsonObject token = recorded.getAsJsonObject("token");
    String header = encoded("{\"alg\":\"" + text(token, "alg") + "\",\"typ\":\"JWT\"}");
    String signed = header + "." + encoded(moved(recorded).toString());
    if (text(token, "alg").equals("none")) {
      return signed + ".";
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    String key = token.get("genuine").getAsBoolean() ? KEY : OTHER_KEY;
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  /** The recorded claims, their times moved by the time that has passed since. */
  private static JsonObject moved(JsonObject recorded) {
    Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text(recorded, "date")));
    long passed = Instant.now().getEpochSecond() - then.getEpochSecond();
    JsonObject claims = recorded.getAsJsonObject("token").getAsJsonObject("claims").deepCopy();
    for (String name : Set.of("exp", "iat", "refresh_exp")) {
      JsonElement value = claims.get(name);
      if (value != null && value.getAsJsonPrimitive().isString()) {
        claims.addProperty(name, Long.toString(value.getAsLong() + passed));
      } else if (value != null && value.getAsString().contains(".")) {
        claims.addProperty(name, value.getAsDouble() + passed);
      } else if (value != null) {
        claims.addProperty(name, value.getAsLong() + passed);
      }
    }
    JsonElement user = claims.remove("user_id");
    if (user != null) {
      boolean isKnown = user.getAsString().equals("Webin-1");
      claims.addProperty("username", isKnown ? peer.user() : user.getAsString());
    }
    return claims;
  }

  private static JsonObject masked(JsonObject body) {
    if (body.has("items")) {
      body.add("items", new JsonPrimitive(body.getAsJsonArray("items").size()));
    }
    if (body.has("token") && body.get("token").getAsString().split("\\.", -1).length == 3) {
      body.addProperty("token", "<TOKEN>");
    }
    return body;
  }

  private static String text(JsonObject object, String field) {
    return object.get(field).getAsString();
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
