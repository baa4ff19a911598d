package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.client.ApiClient;
import dev.latchkey.it.Processes.Result;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the README and the documents tell readers to paste works. The sandbox's users have the
 * passwords that the documents use as examples.
 */
class SnippetsTest {

  private static final String PASSWORD = "your password";
  private static final String MGNIFY_USER = "Webin-12345";
  private static final String GOFIGR_USER = "demo";

  private static Sandbox sandbox;

  @BeforeAll
  static void startSandbox() {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .withUsers(
                    List.of(
                        SandboxUser.of(MGNIFY_USER, PASSWORD),
                        SandboxUser.of(GOFIGR_USER, PASSWORD))));
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  private static Stream<Snippet> all() {
    return Snippet.documents().stream().map(Snippet::in).flatMap(List::stream);
  }

  static Stream<Snippet> java() {
    return all().filter(Snippet::isJava).filter(snippet -> !snippet.isExcused());
  }

  /** The documents for users at a shell that are there. */
  static Stream<String> shellDocuments() {
    return Stream.of("README.md", "docs/mgnify.md", "docs/gofigr.md", "docs/other-tools.md")
        .filter(document -> Files.exists(Reactor.root().resolve(document)));
  }

  @Test
  void areExcusedWithAReasonOrNotAtAll() {
    assertThat(all()).isNotEmpty().allMatch(s -> !s.isExcused() || s.isExcusedWithReason());
  }

  @ParameterizedTest
  @MethodSource("java")
  void compileAndRunAsJava(Snippet snippet, @TempDir Path directory) {
    JavaSnippet code = JavaSnippet.of(snippet);
    String classPath = System.getProperty("java.class.path");
    Path classes =
        new JavaSources(directory.resolve("snippet"))
            .with(code.file(), code.source())
            .compile(
                List.of("-classpath", classPath, "-sourcepath", neighbours(snippet, directory)));
    if (code.hasMain()) {
      String all = JavaSources.path(List.of(classes)) + File.pathSeparator + classPath;
      assertUseful(
          Processes.below(directory)
              .run(Processes.java("-classpath", all, code.mainClass()), forPrograms()));
    }
  }

  /** A snippet may use the classes of the others in its document. */
  private static String neighbours(Snippet snippet, Path directory) {
    JavaSources sources = new JavaSources(directory.resolve("neighbours"));
    java()
        .filter(other -> other.document().equals(snippet.document()))
        .map(JavaSnippet::of)
        .forEach(other -> sources.with(other.file(), other.source()));
    return sources.directory().toString();
  }

  /** One reader follows a document in one shell, block by block. */
  @ParameterizedTest
  @MethodSource("shellDocuments")
  void runInAShell(String document, @TempDir Path directory) {
    List<Snippet> snippets =
        Snippet.in(document).stream()
            .filter(Snippet::isLatchkeyAtAShell)
            .filter(snippet -> !snippet.isExcused())
            .toList();
    assertThat(snippets).as(document).isNotEmpty();
    Path exports = new JavaSources(directory).with("exports", "").directory().resolve("exports");
    for (Snippet snippet : snippets) {
      assertUseful(
          Processes.below(directory)
              .in(Reactor.root())
              .run(List.of("sh", "-euc", script(snippet, exports)), services()));
    }
  }

  /** The built latchkey, not the one that builds first; what is exported lasts. */
  private static String script(Snippet snippet, Path exports) {
    String commands =
        snippet
            .text()
            .replaceAll(
                "(?<![\\w/.])\\./latchkey\\b", "'" + Distribution.ofBuild().launcher() + "'");
    return ". '" + exports + "'\n" + commands + "export -p > '" + exports + "'\n";
  }

  /** A shell forgets the exit code of a command that only gives a variable its value. */
  private static void assertUseful(Result result) {
    assertThat(result.succeeded().out()).isNotBlank();
    assertThat(result.err()).doesNotContain("latchkey: ").doesNotContain("\tat ");
  }

  private static Map<String, String> services() {
    return Map.of(
        "LATCHKEY_PROFILES_MGNIFY_BASE_URL", sandbox.mgnifyUrl().toString(),
        "GF_URL", sandbox.gofigrUrl().toString());
  }

  private static Map<String, String> forPrograms() {
    Map<String, String> environment = new HashMap<>(services());
    environment.put("MG_USER", MGNIFY_USER);
    environment.put("MG_PASSWORD", PASSWORD);
    environment.put("GF_USERNAME", GOFIGR_USER);
    environment.put("GF_PASSWORD", PASSWORD);
    environment.put("GF_API_KEY", apiKey());
    return environment;
  }

  private static String apiKey() {
    try (ApiClient client =
        ApiClient.builder()
            .profile("gofigr")
            .baseUrl(sandbox.gofigrApiUrl())
            .setting("username", GOFIGR_USER)
            .setting("password", PASSWORD)
            .build()) {
      ApiKeys keys = client.ability(ApiKeys.class).orElseThrow();
      return keys.create(ApiKeyRequest.named("snippets")).secret().reveal();
    }
  }
}
