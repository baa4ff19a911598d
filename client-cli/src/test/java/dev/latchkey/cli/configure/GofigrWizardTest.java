package dev.latchkey.cli.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.client.SettingsFile;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GofigrWizardTest {

  private static final Wishes NONE =
      new Wishes(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of("file"),
          Optional.empty(),
          false,
          false,
          false);

  private final Sandbox sandbox = Sandbox.start();
  private final SandboxUser user = sandbox.users().get(0);
  private final SettingsFile file;

  GofigrWizardTest(@TempDir Path directory) {
    this.file = SettingsFile.gofigr(directory.resolve(".gofigr"));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private ApiClient open(Map<String, String> settings) {
    ApiClientBuilder builder =
        ApiClient.builder().profile("gofigr").baseUrl(sandbox.gofigrApiUrl());
    settings.forEach(builder::setting);
    return builder.build();
  }

  private ScriptedDialogue run(String... answers) {
    ScriptedDialogue dialogue = new ScriptedDialogue(answers);
    new GofigrWizard(
            dialogue, url -> this::open, file, ApiClient.builder().keyring("gofigr", "api-key.key"))
        .run(NONE, Optional.empty());
    return dialogue;
  }

  @Test
  void savesWhatItIsTold() {
    ScriptedDialogue dialogue = run(user.username(), user.password(), "", "mine", "2");
    assertThat(dialogue.isOver()).isTrue();
    assertThat(file.text("url")).contains(sandbox.gofigrUrl().toString());
    String key = file.token("api_key").map(Secret::reveal).orElseThrow();
    assertThat(dialogue.transcript()).contains("Happy analysis!").doesNotContain(key);
  }

  @Test
  void offersToPasteAKeyWhereNoneCanBeCreated() {
    String key;
    try (ApiClient owner = open(Map.of("username", user.username(), "password", user.password()))) {
      ApiKeys keys = owner.ability(ApiKeys.class).orElseThrow();
      key = keys.create(ApiKeyRequest.named("first")).secret().reveal();
      IntStream.range(1, 25).forEach(i -> keys.create(ApiKeyRequest.named("k" + i)));
    }
    ScriptedDialogue dialogue =
        run(user.username(), user.password(), "", "one too many", "  " + key + "\n", "");
    assertThat(dialogue.isOver()).isTrue();
    assertThat(dialogue.transcript()).contains("Could not create", "25", "Please try again.");
    assertThat(file.token("api_key").map(Secret::reveal)).contains(key);
  }

  @Test
  void givesUpOnSomebodyWhoNeverAnswersSensibly() {
    String[] answers = new String[50];
    Arrays.fill(answers, "");
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> run(answers))
        .withMessageContaining("'Username:' after 10 attempts");
    assertThat(file.exists()).isFalse();
    assertThat(sandbox.requests().entries()).isEmpty();
  }
}
