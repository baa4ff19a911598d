package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A provider as somebody else would write it, against the API alone: it puts the header {@code
 * X-Fixture} on requests.
 *
 * @param type the name of its class
 * @param id its id
 * @param replaced a piece of its source
 * @param replacement what stands there instead
 */
record FixtureProvider(String type, String id, String replaced, String replacement) {

  private static final String SOURCE =
      """
      package fixture;

      import dev.latchkey.auth.*;
      import java.util.List;
      import java.util.concurrent.*;

      public final class TYPE implements AuthProvider {
        public TYPE() { }
        @Override public String id() { return "ID"; }
        @Override public String description() { return "A header for tests."; }
        @Override public List<Setting> settings() { return List.of(); }
        @Override public Authenticator create(AuthContext context) { return new Live(); }

        static final class Live implements Authenticator {
          private final Credential credential =
              Credential.of(
                  new Placement.Header("X-Fixture", ""), Secret.token("canary", "the fixture"), 1);
          @Override public Credential credential(Origin target) { return credential; }
          @Override public CompletionStage<Credential> credentialAsync(Origin target) {
            return CompletableFuture.completedFuture(credential(target));
          }
          @Override public Verdict rejected(Credential used, Rejection rejection) {
            return Verdict.FINAL;
          }
          @Override public AuthStatus status() {
            return AuthStatus.of(AuthStatus.State.FRESH, "the fixture");
          }
          @Override public void close() {}
        }
      }
      """;

  static FixtureProvider of(String type, String id) {
    return new FixtureProvider(type, id, "", "");
  }

  /** {@return a copy that cannot be instantiated} */
  FixtureProvider throwing() {
    return with("TYPE() { }", "TYPE() { throw new IllegalStateException(\"out of order\"); }");
  }

  /** {@return a copy with another source} */
  FixtureProvider with(String piece, String other) {
    assertThat(SOURCE).contains(piece);
    return new FixtureProvider(type, id, piece, other);
  }

  /** Compiles it, and packs it with its service file. */
  Path pack(Path jar) {
    try {
      JavaSources sources = new JavaSources(Files.createTempDirectory(jar.getParent(), "fixture"));
      sources.with("fixture/" + type + ".java", source());
      sources.compile(List.of("-classpath", Reactor.jar("auth-api").toString()));
      sources.with("META-INF/services/dev.latchkey.auth.AuthProvider", "fixture." + type + "\n");
      return sources.pack(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String source() {
    return SOURCE
        .replace(replaced, replacement)
        .replace("TYPE", type)
        .replace("\"ID\"", '"' + id + '"');
  }
}
