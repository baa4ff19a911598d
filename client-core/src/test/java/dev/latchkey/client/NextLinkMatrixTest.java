package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Links to a next page that lead away: refused before anything is connected. */
class NextLinkMatrixTest {

  private final ScriptedServer evil =
      ScriptedServer.answering(request -> ListServer.page(request, 5));

  @TempDir private Path directory = Path.of("");

  @AfterEach
  void close() {
    evil.close();
  }

  /** The server is at {@code HOST}, the other one at {@code EVIL}. */
  static Stream<String> links() {
    return Stream.of(
        "http://EVIL/api/t/?page=2",
        "https://HOST/api/t/?page=2",
        "ftp://HOST/api/t/",
        "http://HOST@EVIL/api/t/",
        "http://user:pw@HOST/api/t/",
        "//EVIL/api/t/",
        "http://127.0.0.1.evil.test/api/t/",
        "http://localhost.evil.test/api/t/",
        "http://[::ffff:127.0.0.1]:PORT/api/t/",
        "http://[::1]:PORT/api/t/",
        "http://2130706433:PORT/api/t/",
        "http://\u0431\u0430\u043d\u043a.test/api/t/",
        "http://xn--80ab2au.test/api/t/",
        "http://127\u3002000.0.1/api/t/",
        "http://HOST/api/../admin/",
        "http://HOST/api/t/..%2f..%2fadmin/",
        "http://HOST/api/%2e%2e/admin/",
        "../../admin/?page=2",
        "/admin/",
        "http://HOST/apis/t/",
        "http:\\\\EVIL/",
        "http:///api/t/",
        "javascript:alert(1)",
        "http://HOST\t.evil.test/");
  }

  @ParameterizedTest
  @MethodSource("links")
  void areRefused(String link) {
    for (String style : List.of("next", "link")) {
      String[] next = new String[1];
      try (ScriptedServer server = ScriptedServer.answering(request -> answer(style, next[0]))) {
        String host = server.url().getAuthority();
        next[0] =
            link.replace("HOST", host)
                .replace("PORT", String.valueOf(server.url().getPort()))
                .replace("EVIL", evil.url().getAuthority());
        refuses(style, server);
        assertThat(server.received()).as(next[0]).hasSize(1);
      }
    }
    assertThat(evil.received()).isEmpty();
  }

  private void refuses(String style, ScriptedServer server) {
    try (ApiClient client =
        Ground.client(directory, server.url(), new KeyProvider())
            .property("latchkey.profiles.mgnify.paging", style)
            .build()) {
      assertThatExceptionOfType(RequestFailedException.class)
          .isThrownBy(() -> client.query("t/").prefetch(2).stream().forEach(thing -> {}))
          .withMessageContaining("next page")
          .satisfies(e -> assertThat(e.reason()).isEqualTo(RequestFailedException.Reason.REFUSED));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://files.test/t/, elsewhere (http://files.test).",
    "mailto:a@b.test, elsewhere."
  })
  void areNamedWhenTheyAreRefused(String link, String named) {
    try (ScriptedServer server = ScriptedServer.answering(request -> answer("next", link));
        ApiClient client =
            Ground.client(directory, server.url(), new KeyProvider())
                .property("latchkey.profiles.mgnify.paging", "next")
                .build()) {
      assertThatExceptionOfType(RequestFailedException.class)
          .isThrownBy(() -> client.query("t/").stream().forEach(thing -> {}))
          .withMessageContaining(named);
    }
  }

  private static String answer(String style, String next) {
    String escaped =
        next.codePoints()
            .mapToObj(c -> c < 128 && c >= 32 && c != '\\' ? Character.toString(c) : escaped(c))
            .collect(Collectors.joining());
    return style.equals("next")
        ? ScriptedServer.json(200, "{\"next\":\"" + escaped + "\",\"items\":[{\"id\":1}]}")
        : ScriptedServer.answer(200, "Link: <" + next + ">; rel=next\r\n", "[{\"id\":1}]");
  }

  private static String escaped(int c) {
    return String.format(Locale.ROOT, "\\u%04x", c);
  }
}
