package dev.latchkey.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No value of a secret, and nothing of anybody else's, in what these objects tell. */
class NothingShownTest {

  private static final String CANARY = "c4n4ry";

  private final Path root;

  NothingShownTest(@TempDir Path root) {
    this.root = root;
  }

  private Ground full() {
    Ground ground =
        new Ground(root)
            .explicit("latchkey.profiles.mgnify.sliding-jwt.password", CANARY)
            .systemProperty("latchkey.profiles.gofigr.api-key.password", CANARY)
            .environment("GF_API_KEY", CANARY)
            .environment("OTHER_TOKEN", CANARY)
            .envFile("GF_PASSWORD=" + CANARY + "\nDATABASE_URL=" + CANARY + "\n'" + CANARY + "\n")
            .userFile("latchkey.profiles.gofigr.api-key.key=" + CANARY);
    return ground.gofigr(ground.project, "{\"api_key\": \"" + CANARY + "\"}");
  }

  @Test
  void noToStringShowsAValue() {
    Configuration configuration = full().load();
    ProfileSettings profile = configuration.profile("gofigr");
    List<Object> told = new ArrayList<>();
    told.add(full().options());
    told.add(configuration);
    told.add(configuration.notes());
    told.add(profile);
    told.add(Declared.apiKey(profile));
    told.add(Declared.apiKey(profile).token("key"));
    told.add(profile.trace("api-key", Declared.API_KEY));

    assertThat(told).allSatisfy(object -> assertThat(object.toString()).doesNotContain(CANARY));
  }

  @Test
  void noSourceShowsAValueAndNoneKeepsWhatIsNotOurs() {
    Sources sources =
        ConfigurationSources.inOrder(
            full().options(), FileSources.read(full().options(), new FlatJson()).sources());

    assertThat(sources.stream()).allSatisfy(s -> assertThat(s.toString()).doesNotContain(CANARY));
    assertThat(sources.stream().flatMap(source -> source.getPropertyNames().stream()))
        .doesNotContain("OTHER_TOKEN", "DATABASE_URL");
    assertThat(sources.all("latchkey.profiles.gofigr.api-key.key", List.of()))
        .isNotEmpty()
        .allSatisfy(value -> assertThat(value.toString()).doesNotContain(CANARY));
  }

  @Test
  void noErrorShowsAValue() {
    Ground ground = full().environment("GF_API_KEY", CANARY + "\u0007");
    List<Throwable> errors = new ArrayList<>();
    for (Setting setting : Declared.API_KEY) {
      collect(errors, () -> Declared.apiKey(ground.profile("gofigr")).token(setting.name()));
    }
    ground.gofigr(ground.project, "{\"url\": \"https://" + CANARY + "@evil.example\"}");
    collect(errors, () -> ground.profile("gofigr").baseUrl());
    collect(errors, () -> Declared.key(ground));
    collect(errors, () -> ground.profile("gofigr").requireTrustedUrl());

    assertThat(errors).hasSizeGreaterThanOrEqualTo(4);
    assertThat(errors).allSatisfy(error -> assertThat(chain(error)).doesNotContain(CANARY));
  }

  private static void collect(List<Throwable> errors, Runnable act) {
    try {
      act.run();
    } catch (RuntimeException e) {
      errors.add(e);
    }
  }

  private static String chain(Throwable error) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = error; t != null; t = t.getCause()) {
      text.append(t);
    }
    return text.toString();
  }
}
