package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialAdviceTest {

  private static final Setting KEY = Setting.token("key", "The key.");
  private static final Setting USER = Setting.text("username", "Who logs in.");
  private static final Setting PASSWORD = Setting.password("password", "Its password.");
  private static final Setting OTHER = Setting.text("login", "How to log in.");

  private static List<String> advice(List<Setting> declared, String... set) {
    return CredentialAdvice.of(declared, Set.of(set), name -> name.toUpperCase(Locale.ROOT));
  }

  @Test
  void namesTheUserToWhomAPasswordBelongs() {
    assertThat(advice(List.of(USER, PASSWORD, OTHER))).containsExactly("USERNAME and PASSWORD");
    assertThat(advice(List.of(KEY, OTHER, USER, PASSWORD)))
        .containsExactly("KEY", "USERNAME and PASSWORD");
    assertThat(advice(List.of(PASSWORD))).containsExactly("PASSWORD");
  }

  @Test
  void namesOnlyWhatIsMissing() {
    assertThat(advice(List.of(USER, PASSWORD), "password")).containsExactly("USERNAME");
    assertThat(advice(List.of(USER, PASSWORD), "username")).containsExactly("PASSWORD");
  }

  @Test
  void namesAllOfWhatIsSetAndDoesNotWork() {
    assertThat(advice(List.of(KEY), "key")).containsExactly("KEY");
  }

  @Test
  void namesNothingWhereThereAreNoSecrets() {
    assertThat(advice(List.of(OTHER))).isEmpty();
  }
}
