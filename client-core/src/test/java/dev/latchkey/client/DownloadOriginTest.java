package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that live on another server: the credential does not go there. */
class DownloadOriginTest extends DownloadGround {

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void goElsewhereWithoutTheCredential(int status) throws Exception {
    try (ScriptedServer elsewhere = ScriptedServer.answering(FileScript::file)) {
      with(
          request ->
              ScriptedServer.answer(status, "Location: " + elsewhere.url() + "f?signed=1\r\n", ""),
          (client, server) -> {
            client.download("f").to(target());
            assertThat(server.received().get(0).headers()).containsKey("Authorization");
          });
      assertThat(elsewhere.received()).hasSize(1);
      assertThat(
              elsewhere.received().get(0).headers().toString()
                  + elsewhere.received().get(0).target())
          .doesNotContain("canary");
    }
    assertThat(target()).hasContent(FileScript.CONTENT);
  }

  @Test
  void comeBackFromElsewhereWithoutTheCredential() throws Exception {
    String[] home = new String[1];
    try (ScriptedServer elsewhere =
        ScriptedServer.answering(
            request -> ScriptedServer.answer(302, "Location: " + home[0] + "back\r\n", ""))) {
      with(
          request ->
              request.target().endsWith("back")
                  ? FileScript.file(request)
                  : ScriptedServer.answer(302, "Location: " + elsewhere.url() + "\r\n", ""),
          (client, server) -> {
            home[0] = server.url().toString();
            client.download("f").to(target());
            assertThat(server.received().get(1).headers()).doesNotContainKey("Authorization");
          });
    }
    assertThat(target()).hasContent(FileScript.CONTENT);
  }

  @Test
  void areNotFetchedOverAConnectionThatAnybodyCanChange() throws Exception {
    with(
        request -> ScriptedServer.answer(302, "Location: http://files.test/f\r\n", ""),
        (client, server) ->
            assertThatExceptionOfType(RequestFailedException.class)
                .isThrownBy(() -> client.download("f").to(target()))
                .satisfies(
                    e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.REFUSED)));
  }
}
