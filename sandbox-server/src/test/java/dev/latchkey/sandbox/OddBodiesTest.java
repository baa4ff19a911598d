package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that the recordings do not have. */
class OddBodiesTest {
  private static final Sandbox SANDBOX = Sandbox.start();
  private static final String VERIFY = Mgnify.BASE + "auth/verify";
  private static final String REFRESH = Mgnify.BASE + "auth/sliding/refresh";

  private final SandboxClient client = SandboxClient.of(SANDBOX.url());

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"token\":[]}       | 400 | 400",
        "{\"token\":{}}       | 400 | 400",
        "{\"token\":false}    | 400 | 400",
        "{\"token\":0}        | 400 | 400",
        "[]                   | 400 | 400",
        "\"text\"             | 400 | 400",
        "null                 | 400 | 400",
        "{\"token\":[\"a\"]}  | 401 | 422",
        "{\"token\":{\"a\":1}}| 401 | 422",
        "{\"token\":true}     | 401 | 422"
      })
  void judgesTheTypeOfATokenAsPythonDoes(String body, int verify, int refresh) {
    assertThat(client.post(VERIFY, body).status()).isEqualTo(verify);
    assertThat(client.post(REFRESH, body).status()).isEqualTo(refresh);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"token\":\"a\"} x",
        "{'token':'a'}",
        "{token:\"a\"}",
        " ",
        "\u0000",
        "[1,"
      })
  void refusesWhatIsNotExactlyOneJsonValue(String body) {
    Answer answer = client.post(VERIFY, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).isEqualTo("Cannot parse request body");
  }

  @Test
  void refusesJsonNestedWithoutEnd() {
    assertThat(client.post(VERIFY, "[".repeat(60_000)).status()).isEqualTo(400);
  }

  @Test
  void readsAChunkedBodyAsNone() {
    assertThat(client.postChunked(REFRESH, "{\"token\":\"a\"}").body())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"refresh_token\"],"
                + "\"msg\":\"Field required\"}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"charset=nonsense", "charset=\"", "charset=utf-16"})
  void asksNothingOfTheCharsetOfAType(String parameter) {
    HttpRequest request =
        client
            .request("/api/token/")
            .header("Content-Type", "application/json; " + parameter)
            .POST(BodyPublishers.ofString("{\"username\":\"demo\",\"password\":\"wrong\"}"))
            .build();
    assertThat(SandboxClient.answer(request).status()).isEqualTo(401);
  }

  @Test
  void takesAPasswordWithSpacesAndDollarSigns() {
    assertThat(Users.WEBIN.password()).contains(" ").contains("$");
    assertThat(new Mgnify(SANDBOX).login(Users.WEBIN)).isNotEmpty();
  }
}
