package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a call to an authentication endpoint is described. */
class AuthCallTest {

  private static final Credential CREDENTIAL =
      Credential.of(
          new Placement.Header("Authorization", "Bearer"), Secret.token("abc", "test"), 1);

  @Test
  void hasNoBodyUnlessItPostsFields() {
    AuthCall call = AuthCall.of("DELETE", "api_key/1/");
    assertThat(call.method()).isEqualTo("DELETE");
    assertThat(call.path()).isEqualTo("api_key/1/");
    assertThat(call.fields()).isEmpty();
    assertThat(call.credential()).isEmpty();
  }

  @Test
  void keepsTheFieldsAsTheyWereWhenItWasMade() {
    Map<String, Object> fields = new HashMap<>(Map.of("name", "laptop"));
    AuthCall call = AuthCall.post("api_key/", fields);
    fields.put("name", "other");
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.fields()).containsExactly(Map.entry("name", "laptop"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> call.fields().put("x", "y"));
  }

  @Test
  void carriesACredentialOnlyInACopy() {
    AuthCall bare = AuthCall.post("api_key/", Map.of("name", "laptop"));
    AuthCall carrying = bare.withCredential(CREDENTIAL);
    assertThat(bare.credential()).isEmpty();
    assertThat(carrying.credential()).containsSame(CREDENTIAL);
    assertThat(carrying.fields()).isEqualTo(bare.fields());
    assertThat(carrying).hasToString("POST api_key/");
  }
}
