package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What servers of different kinds say is wrong. */
class ServerTextTest {

  private static Map<String, List<String>> problems(Object body) {
    return ServerText.problems(body, List.of());
  }

  @Test
  void namesTheFieldThatMgnifysLoginComplainsOf() {
    Map<String, Object> body =
        Map.of("detail", "Invalid input.", "code", "invalid", "password", "password is required");
    assertThat(problems(body))
        .containsExactly(Map.entry("password", List.of("password is required")));
    assertThat(ServerText.of(body)).isEqualTo("Invalid input; password: password is required");
  }

  @Test
  void takesNoTextForAMessageThatMayBeAToken() {
    Map<String, Object> body = Map.of("token", "canary-key-1", "user", Map.of("access", "canary"));
    assertThat(ServerText.problems(body, List.of())).isEmpty();
    assertThat(ServerText.of(body)).isEmpty();
  }

  @Test
  void namesFieldsWithinFields() {
    assertThat(ServerText.of(Map.of("meta", Map.of("depth", List.of("Too low.", "Odd.")))))
        .isEqualTo("meta.depth: Too low., Odd.");
    assertThat(problems(Map.of("items", Arrays.asList(Map.of(), Map.of("id", List.of("Taken."))))))
        .containsExactly(Map.entry("items.1.id", List.of("Taken.")));
  }

  @Test
  void tellsLocatedProblemsFromOthers() {
    Map<String, Object> located = Map.of("loc", List.of("query", "page"), "msg", "too small");
    Map<String, Object> body = Map.of("detail", List.of(located, "a", "b"));
    assertThat(problems(body))
        .containsExactly(
            Map.entry("query.page", List.of("too small")), Map.entry("", List.of("a", "b")));
    assertThat(ServerText.of(body)).isEqualTo("query.page: too small; a; b");
  }

  @Test
  void takesNeitherCodesNorTheTokensTriedForFields() {
    Map<String, Object> body =
        Map.of(
            "detail",
            "Given token not valid",
            "code",
            "token_not_valid",
            "messages",
            List.of(Map.of("message", "Token is expired")));
    assertThat(problems(body)).isEmpty();
    assertThat(ServerText.of(body)).isEqualTo("Given token not valid");
  }

  @Test
  void blotsOutWhatTheServerWasSent() {
    Secret sent = Secret.token("canary-1", "a test");
    Map<String, Object> body = Map.of("key", "no such key: can\u0007ary-1");
    assertThat(ServerText.problems(body, List.of(sent)).toString()).doesNotContain("canary");
    assertThat(ServerText.of(body, List.of(sent)))
        .startsWith("key: no such key: ")
        .doesNotContain("canary");
  }
}
