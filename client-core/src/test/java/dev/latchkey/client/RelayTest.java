package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Verdict;
import dev.latchkey.client.ScriptedServer.Received;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent on for somebody else. */
class RelayTest {

  @TempDir private Path directory = Path.of("");

  private final List<ApiResponse> heads = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private OutputStream receive(ApiResponse head) {
    heads.add(head);
    return body;
  }

  private List<Received> with(Function<Received, @Nullable String> script, Use use) {
    return with(script, new KeyProvider(), use);
  }

  private List<Received> with(
      Function<Received, @Nullable String> script, KeyProvider provider, Use use) {
    try (ScriptedServer server = ScriptedServer.answering(script);
        ApiClient client = Ground.client(directory, server.url(), provider).build()) {
      use.of(client);
      return server.received();
    }
  }

  private interface Use {
    void of(ApiClient client);
  }

  private void get(ApiClient client) {
    client.relay(ApiRequest.get("things")).to(this::receive);
  }

  private static Relay post(ApiClient client, int size) {
    return client
        .relay(ApiRequest.of("POST", "things").withHeader("X-Asked", "yes"))
        .body(
            new ByteArrayInputStream("x".repeat(size).getBytes(StandardCharsets.US_ASCII)),
            OptionalLong.of(size),
            "text/plain");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 400, 401, 404, 429, 500, 503})
  void handOnTheAnswerWhateverItsStatusAndAskOnce(int status) {
    List<Received> received =
        with(
            request -> ScriptedServer.answer(status, "X-Told: 1\r\nRetry-After: 0\r\n", "body"),
            this::get);
    assertThat(received).hasSize(1);
    assertThat(received.get(0).headers()).containsEntry("Authorization", "Bearer canary-1");
    assertThat(heads).hasSize(1);
    assertThat(heads.get(0).status()).isEqualTo(status);
    assertThat(heads.get(0).header("X-Told")).contains("1");
    assertThat(body).hasToString("body");
  }

  @Test
  void leaveACompressedBodyAsItIs() {
    List<Received> received =
        with(
            request -> ScriptedServer.answer(200, "Content-Encoding: gzip\r\n", "not gzip at all"),
            this::get);
    assertThat(received.get(0).headers()).doesNotContainKeys("Accept-Encoding", "Accept");
    assertThat(heads.get(0).header("Content-Encoding")).contains("gzip");
    assertThat(body).hasToString("not gzip at all");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 3_000_000})
  void carryTheBodyAlong(int size) {
    List<Received> received =
        with(
            request -> ScriptedServer.answer(200, "", "ok"),
            client -> post(client, size).to(this::receive));
    assertThat(received.get(0).body()).hasSize(size);
    assertThat(received.get(0).headers())
        .containsEntry("Content-Type", "text/plain")
        .containsEntry("X-Asked", "yes");
    assertThat(body).hasToString("ok");
  }

  @Test
  void areSentOnceMoreWithANewCredentialUnlessTheBodyIsGone() {
    Function<Received, @Nullable String> script =
        request ->
            request.headers().getOrDefault("Authorization", "").endsWith("canary-2")
                ? ScriptedServer.answer(200, "", "renewed")
                : ScriptedServer.answer(401, "", "refused");
    List<Received> small =
        with(
            script,
            KeyProvider.answering(Verdict.RETRY_WITH_NEW),
            client -> post(client, 5).to(this::receive));
    assertThat(small).extracting(Received::body).containsExactly("xxxxx", "xxxxx");
    assertThat(body).hasToString("renewed");
    List<Received> large =
        with(
            script,
            KeyProvider.answering(Verdict.RETRY_WITH_NEW),
            client -> {
              post(client, 3_000_000).to(this::receive);
              post(client, 3_000_000).to(this::receive);
            });
    assertThat(large).hasSize(2);
    assertThat(heads).extracting(ApiResponse::status).containsExactly(200, 401, 200);
  }

  @Test
  void followRedirectsAtHomeAndNowhereElse() {
    with(
        request ->
            request.target().endsWith("things")
                ? ScriptedServer.answer(302, "Location: /api/other\r\n", "")
                : ScriptedServer.answer(200, "", "other"),
        this::get);
    assertThat(body).hasToString("other");
    try (ScriptedServer elsewhere =
        ScriptedServer.answering(request -> ScriptedServer.answer(200, "", "evil"))) {
      with(
          request -> ScriptedServer.answer(302, "Location: " + elsewhere.url() + "\r\n", ""),
          client -> assertRefused(() -> get(client)));
      assertThat(elsewhere.received()).isEmpty();
    }
    assertThat(heads).hasSize(1);
  }

  @Test
  void doNotSendABodyAgainThatIsGone() {
    Function<Received, @Nullable String> script =
        request ->
            request.target().endsWith("things")
                ? ScriptedServer.answer(307, "Location: /api/other\r\n", "")
                : ScriptedServer.answer(200, "", "other");
    with(script, client -> post(client, 5).to(this::receive));
    assertThat(body).hasToString("other");
    with(script, client -> assertRefused(() -> post(client, 3_000_000).to(this::receive)));
  }

  private static void assertRefused(Runnable sending) {
    assertThatExceptionOfType(RequestFailedException.class)
        .isThrownBy(sending::run)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.REFUSED));
  }

  @Test
  void tellOfAnAnswerThatBreaksOff() {
    with(
        request -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\nhalf",
        client ->
            assertThatExceptionOfType(RequestFailedException.class)
                .isThrownBy(() -> get(client))
                .satisfies(
                    e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.BROKEN)));
    assertThat(body).hasToString("half");
  }

  @Test
  void endWithAReceiverThatFails() {
    UncheckedIOException gone = new UncheckedIOException(new IOException("gone"));
    with(
        request -> ScriptedServer.answer(200, "", "body"),
        client ->
            assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(
                    () ->
                        client
                            .relay(ApiRequest.get("things"))
                            .to(
                                head -> {
                                  throw gone;
                                }))
                .isSameAs(gone));
  }
}
