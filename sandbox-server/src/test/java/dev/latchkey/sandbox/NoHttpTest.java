package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no HTTP is answered without a body, so that one to HEAD is not taken for an answer. */
class NoHttpTest {
  private static final int PATIENCE = 25_000;
  private static final int TOO_LONG = 20_000;

  @ParameterizedTest
  @CsvSource({
    "HEAD /api/%zz HTTP/1.1, 400",
    "GET /api/%zz HTTP/1.1, 400",
    "HEAD /api/../../x HTTP/1.1, 400",
    "HEAD /\u0001 HTTP/1.1, 400",
    "HEAD / HTTP/7.1, 505"
  })
  void isAnsweredWithAHeadAloneAndTheEndOfTheConnection(String line, int status)
      throws IOException {
    assertEndsAfterHead(line + "\r\nHost: localhost\r\n\r\n", status);
  }

  @Test
  void isAnsweredSoWhenTheAddressIsTooLong() throws IOException {
    assertEndsAfterHead("HEAD /" + "a".repeat(TOO_LONG) + " HTTP/1.1\r\n\r\n", 414);
  }

  @Test
  void isAnsweredSoWhenTheHeadersAreTooLarge() throws IOException {
    assertEndsAfterHead("HEAD / HTTP/1.1\r\nX: " + "a".repeat(TOO_LONG) + "\r\n\r\n", 431);
  }

  private static void assertEndsAfterHead(String request, int status) throws IOException {
    try (Sandbox sandbox = Sandbox.start();
        Socket socket = new Socket(sandbox.url().getHost(), sandbox.url().getPort())) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer)
          .startsWith("HTTP/1.1 " + status + " ")
          .contains("\r\nConnection: close\r\n", "\r\nContent-Length: 0\r\n")
          .endsWith("\r\n\r\n");
    }
  }
}
