package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
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

  @Test
  void goesElsewhereOnlyWithoutACredentialAndOverASafeWay() {
    Origin other = Origin.of(URI.create("https://login.test"));
    AuthCall call = AuthCall.post("/oauth/token", Map.of("client_id", "x")).asForm().at(other);
    assertThat(call.isForm()).isTrue();
    assertThat(call.elsewhere()).contains(other);
    assertThat(call).hasToString("POST https://login.test/oauth/token");
    assertThatIllegalArgumentException().isThrownBy(() -> call.withCredential(CREDENTIAL));
    AuthCall carrying = AuthCall.of("GET", "/x").withCredential(CREDENTIAL);
    assertThatIllegalArgumentException().isThrownBy(() -> carrying.at(other));
    AuthCall bare = AuthCall.of("GET", "/x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bare.at(Origin.of(URI.create("http://login.test"))));
    assertThat(bare.at(Origin.of(URI.create("http://127.0.0.1:8000"))).elsewhere()).isPresent();
    for (String path : new String[] {"relative", "//evil.test/x"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> AuthCall.of("GET", path).at(other));
    }
  }
}
