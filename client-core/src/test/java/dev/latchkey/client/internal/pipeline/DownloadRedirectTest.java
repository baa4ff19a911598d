package dev.latchkey.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Placement;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a service may send whoever asks it for a file. */
class DownloadRedirectTest {

  private static FakeTransport redirecting(String location) {
    return new FakeTransport(
        n ->
            n == 1
                ? FakeTransport.reply(302, Map.of("Location", location), "")
                : FakeTransport.reply(200));
  }

  private static Reply download(FakeTransport transport) {
    return transport
        .pipeline(new FakeAuthenticator(new Placement.Header("Authorization", "Bearer")))
        .send(Call.of("GET", FakeTransport.BASE).into(head -> OutputStream.nullOutputStream()));
  }

  @Test
  void keepsTheCredentialAtTheSameOrigin() {
    FakeTransport transport = redirecting("/files/1");
    assertThat(download(transport).status()).isEqualTo(200);
    assertThat(transport.calls)
        .hasSize(2)
        .allSatisfy(call -> assertThat(call.credential()).isPresent());
  }

  @Test
  void leavesTheCredentialAtHome() {
    FakeTransport transport = redirecting("https://files.test/1");
    assertThat(download(transport).status()).isEqualTo(200);
    assertThat(transport.calls.get(1).credential()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://files.test/1",
        "http://127.0.0.1/1",
        "http://localhost/1",
        "http://service.test/1",
        "ftp://service.test/1",
        "mailto:a@service.test"
      })
  void goesNowhereWhereAnybodyCanChangeTheFile(String location) {
    FakeTransport transport = redirecting(location);
    assertThatExceptionOfType(ExchangeException.class)
        .isThrownBy(() -> download(transport))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(ExchangeException.Kind.REFUSED));
    assertThat(transport.calls).hasSize(1);
  }
}
