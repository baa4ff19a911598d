package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that logs all there is to log, HttpClient's lines as well, shows no secret. */
class EmbeddedSecretsTest {

  private static final String PASSWORD = "canary-Pa$$ \"word\" 4711";
  private static final String KEY = "lk_canary0815canary0815";

  private static final String SOURCE =
      """
      import dev.latchkey.client.ApiClient;
      import dev.latchkey.client.ApiException;

      public final class Talkative {
        public static void main(String[] arguments) {
          try (ApiClient client = ApiClient.forProfile("mgnify")) {
            client.get("my-data/studies/");
          }
          for (String place : new String[] {"header", "query"}) {
            try (ApiClient client =
                ApiClient.builder()
                    .profile("gofigr")
                    .setting(place, "X-Canary-Key")
                    .setting("key", "%s")
                    .build()) {
              client.get("user");
            } catch (ApiException e) {
              System.out.println(e.getMessage());
            }
          }
        }
      }
      """
          .formatted(KEY);

  /** Sends back what it was sent, before the answer, where no answer can begin. */
  private static final String ECHO =
      """
      import dev.latchkey.client.ApiClient;
      import java.io.BufferedReader;
      import java.io.IOException;
      import java.io.InputStreamReader;
      import java.net.InetAddress;
      import java.net.ServerSocket;
      import java.net.Socket;
      import java.net.URI;

      public final class Echo {
        public static void main(String[] arguments) throws IOException {
          try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> serve(server)).start();
            try (ApiClient client =
                ApiClient.builder()
                    .profile("gofigr")
                    .baseUrl(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                    .setting("key", "%s")
                    .build()) {
              System.out.println(client.get("user").status());
            }
          }
        }

        private static void serve(ServerSocket server) {
          try (Socket socket = server.accept()) {
            BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream()));
            StringBuilder answer = new StringBuilder();
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
              answer.append(line).append("\\r\\n");
            }
            answer.append("HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\n{}");
            socket.getOutputStream().write(answer.toString().getBytes());
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      """
          .formatted(KEY);

  private static Result run(Path directory, String program, String source, Map<String, String> in) {
    String libraries = System.getProperty("java.class.path");
    Path classes =
        new JavaSources(directory.resolve("program"))
            .with(program + ".java", source)
            .compile(List.of("-classpath", libraries));
    return Processes.below(directory)
        .run(
            Processes.java(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-classpath",
                classes + File.pathSeparator + libraries,
                program),
            in)
        .succeeded();
  }

  @Test
  void showsNothingOfWhatComesBeforeAnAnswer(@TempDir Path directory) {
    Result result = run(directory, "Echo", ECHO, Map.of());
    assertThat(result.out()).isEqualTo("200\n");
    assertThat(result.err()).contains("org.apache.hc.client5", "executing GET");
    Canaries.of(List.of(KEY)).requireAbsent(result.toString());
  }

  @Test
  void showsNoSecretAtTheFinestLevel(@TempDir Path directory) {
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withUsers(List.of(SandboxUser.of("Webin-12345", PASSWORD))))) {
      Result result =
          run(
              directory,
              "Talkative",
              SOURCE,
              Map.of(
                  "LATCHKEY_PROFILES_MGNIFY_BASE_URL",
                  sandbox.mgnifyUrl().toString(),
                  "GF_URL",
                  sandbox.gofigrUrl().toString(),
                  "MG_USER",
                  "Webin-12345",
                  "MG_PASSWORD",
                  PASSWORD));
      assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.contains("status 401"));
      assertThat(result.err()).contains("org.apache.hc.client5", "executing GET");
      Canaries.of(List.of(PASSWORD, KEY)).requireAbsent(result.toString());
      assertThat(result.err()).doesNotContain("eyJ");
    }
  }
}
