package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderSourceTest {

  private static final String SERVICE =
      "META-INF/services/org.eclipse.microprofile.config.spi.ConfigSource";
  private static final String PROPERTIES = "META-INF/microprofile-config.properties";
  private static final String URL_OF_APP =
      "latchkey.profiles.mgnify.base-url=https://app.example/\n";

  private final Path root;

  EmbedderSourceTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void readsTheApplicationsPropertiesBelowUserConfigurationAndAbovePresets() throws Exception {
    Ground ground = new Ground(root).file(root.resolve(PROPERTIES), "MG_USER=app\n" + URL_OF_APP);
    try (Embedder loader = new Embedder(root)) {
      ground.classLoader(loader);

      assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("app");
      assertThat(ground.profile("mgnify").baseUrl()).hasToString("https://app.example/");
      assertThat(ground.profile("mgnify").source("base-url").orElse(""))
          .startsWith("configuration source ");
      ground.userFile("latchkey.profiles.mgnify.sliding-jwt.username=user");
      assertThat(Declared.sliding(ground.profile("mgnify")).text("username")).contains("user");
    }
  }

  @Test
  void findsTheApplicationsOwnSources() throws Exception {
    Ground ground = new Ground(root).file(root.resolve(SERVICE), EmbeddedSource.class.getName());
    try (Embedder loader = new Embedder(root)) {
      ground.classLoader(loader);

      assertThat(ground.profile("vault").baseUrl()).hasToString("https://vault.example/");
      assertThat(ground.load().profileNames()).doesNotContain("vault");
      assertThat(ground.profile("vault").source("base-url"))
          .contains("configuration source embedded");
    }
  }

  /**
   * Defines the source anew: of a named module's classes a service loader takes only declared ones.
   */
  private static final class Embedder extends URLClassLoader {

    Embedder(Path root) throws IOException {
      super(new URL[] {root.toUri().toURL()}, EmbedderSourceTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(EmbeddedSource.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in = EmbeddedSource.class.getResourceAsStream("EmbeddedSource.class")) {
        byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
