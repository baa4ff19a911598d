package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What happens where there is nobody to ask. */
class PromptTest {

  private final Prompt nobody = Prompt.none();

  @Test
  void saysThatThereIsNobody() {
    assertThat(nobody.isAvailable()).isFalse();
  }

  @Test
  void failsAtOnceInsteadOfWaitingForAnAnswer() {
    assertThatExceptionOfType(CredentialMissingException.class)
        .isThrownBy(() -> nobody.ask("Username: "));
    assertThatExceptionOfType(CredentialMissingException.class)
        .isThrownBy(() -> nobody.askPassword("Password: "));
    assertThatExceptionOfType(CredentialMissingException.class)
        .isThrownBy(() -> nobody.tell("Open https://login.test"));
  }
}
