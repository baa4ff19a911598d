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

  @Test
  void showsNoSecretAtTheFinestLevel(@TempDir Path directory) {
    String libraries = System.getProperty("java.class.path");
    Path classes =
        new JavaSources(directory.resolve("program"))
            .with("Talkative.java", SOURCE)
            .compile(List.of("-classpath", libraries));
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withUsers(List.of(SandboxUser.of("Webin-12345", PASSWORD))))) {
      Result result =
          Processes.below(directory)
              .run(
                  Processes.java(
                      "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                      "-classpath",
                      classes + File.pathSeparator + libraries,
                      "Talkative"),
                  Map.of(
                      "LATCHKEY_PROFILES_MGNIFY_BASE_URL",
                      sandbox.mgnifyUrl().toString(),
                      "GF_URL",
                      sandbox.gofigrUrl().toString(),
                      "MG_USER",
                      "Webin-12345",
                      "MG_PASSWORD",
                      PASSWORD))
              .succeeded();
      assertThat(result.out().lines()).hasSize(2).allMatch(line -> line.contains("status 401"));
      assertThat(result.err()).contains("org.apache.hc.client5", "executing GET");
      Canaries.of(List.of(PASSWORD, KEY)).requireAbsent(result.toString());
      assertThat(result.err()).doesNotContain("eyJ");
    }
  }
}
