package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.latchkey.it.Processes.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of an answer that is larger than its memory. */
class CliMemoryTest {

  private static final byte[] LARGE = new byte[60 << 20];

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, LARGE.length);
            exchange.getResponseBody().write(LARGE);
          }
        });
    server.start();
    return server;
  }

  @Test
  void saysWhatToDo(@TempDir Path directory) throws IOException {
    HttpServer server = server();
    try {
      Cli cli = Cli.below(directory, Map.of("LATCHKEY_JAVA_OPTS", "-Xmx48m"));
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      Result result =
          cli.run("get", "large", "--anonymous", "--profile", "mgnify", "--base-url", url);
      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .startsWith("latchkey: There is not enough memory for this (OutOfMemoryError in ")
          .contains("latchkey download", "LATCHKEY_JAVA_OPTS=-Xmx4g")
          .hasLineCount(1);
    } finally {
      server.stop(0);
    }
  }
}
