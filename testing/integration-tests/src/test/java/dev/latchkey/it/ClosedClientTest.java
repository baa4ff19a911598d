package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client that has been closed still holds of a secret, while its program goes on and keeps
 * it: nothing but the strings that the program has given it.
 */
class ClosedClientTest {

  private static final String PASSWORD = "canary-Pa$$ word 4711";
  private static final String SECRET_HOLDER = "dev.latchkey.auth.Secret";
  private static final String STRING = "java.lang.String";

  /** Is told secrets back to front, and tells them so, lest it hold them itself. */
  private static final String SOURCE =
      """
      import com.sun.management.HotSpotDiagnosticMXBean;
      import dev.latchkey.client.ApiClient;
      import java.io.IOException;
      import java.lang.management.ManagementFactory;
      import java.net.URI;

      public final class Closing {
        static ApiClient kept;

        public static void main(String[] told) throws IOException {
          kept = ApiClient.builder()
              .profile(told[0])
              .baseUrl(URI.create(told[1]))
              .setting(told[2], told[3])
              .setting(told[4], turned(told[5]))
              .build();
          kept.get(told[6]);
          System.out.println(turned(kept.credential().secret().reveal()));
          dump("open.hprof");
          kept.close();
          dump("closed.hprof");
        }

        private static String turned(String text) {
          return new StringBuilder(text).reverse().toString();
        }

        private static void dump(String file) throws IOException {
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
        }
      }
      """;

  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.defaults()
              .withUsers(
                  List.of(
                      SandboxUser.of("Webin-12345", PASSWORD), SandboxUser.of("demo", PASSWORD))));
  private final URI gofigr = sandbox.gofigrUrl().resolve("/api/v1.4.1/");
  private Path directory = Path.of("");

  @BeforeEach
  void enter(@TempDir Path given) {
    directory = given;
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /**
   * Uses a client, and closes it.
   *
   * @param settings name and value of a setting, and the name of the secret one
   * @return the secret that its requests carried
   */
  private String use(String profile, URI baseUrl, String secret, String... settings) {
    String libraries = System.getProperty("java.class.path");
    Path classes =
        new JavaSources(directory.resolve("program"))
            .with("Closing.java", SOURCE)
            .compile(List.of("-classpath", libraries));
    String path = profile.equals("mgnify") ? "my-data/studies/" : "user";
    Result result =
        Processes.below(directory)
            .run(
                Processes.java(
                    "-classpath",
                    classes + File.pathSeparator + libraries,
                    "Closing",
                    profile,
                    baseUrl.toString(),
                    settings[0],
                    settings[1],
                    settings[2],
                    turned(secret),
                    path),
                Map.of())
            .succeeded();
    return turned(result.out().trim());
  }

  private static String turned(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private Set<String> holders(String dump, String secret) throws IOException {
    return HeapDump.holders(directory.resolve("work").resolve(dump), array -> isIn(array, secret));
  }

  /** As characters of one byte or of two, whichever comes first. */
  private static boolean isIn(byte[] array, String secret) {
    String bytes = new String(array, StandardCharsets.ISO_8859_1);
    return bytes.contains(secret)
        || bytes.contains(wide(secret, StandardCharsets.UTF_16BE))
        || bytes.contains(wide(secret, StandardCharsets.UTF_16LE));
  }

  private static String wide(String secret, Charset charset) {
    return new String(secret.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private void assertForgotten(String secret) throws IOException {
    assertThat(holders("closed.hprof", secret)).isSubsetOf(STRING);
  }

  @Test
  void holdsNoTokenAndNoPassword() throws IOException {
    String token =
        use("mgnify", sandbox.mgnifyUrl(), PASSWORD, "username", "Webin-12345", "password");
    assertThat(holders("open.hprof", token)).contains(SECRET_HOLDER);
    assertThat(holders("open.hprof", PASSWORD)).contains(STRING);
    assertForgotten(token);
    assertForgotten(PASSWORD);
  }

  @Test
  void holdsNoSession() throws IOException {
    String access = use("gofigr", gofigr, PASSWORD, "username", "demo", "password");
    assertThat(holders("open.hprof", access)).contains(SECRET_HOLDER);
    assertForgotten(access);
    assertForgotten(PASSWORD);
  }

  @Test
  void holdsNoKey() throws IOException {
    String key =
        Cli.of(directory, sandbox)
            .asGofigrUser(sandbox)
            .run("keys", "create", "canary", "--profile", "gofigr")
            .succeeded()
            .out()
            .trim();
    assertThat(use("gofigr", gofigr, key, "header", "Authorization", "key")).isEqualTo(key);
    assertThat(holders("open.hprof", key)).contains(SECRET_HOLDER);
    assertForgotten(key);
  }
}
