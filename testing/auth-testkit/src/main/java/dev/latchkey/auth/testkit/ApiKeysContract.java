package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.CreatedApiKey;
import org.junit.jupiter.api.Test;

/**
 * The rules of a provider whose authenticators manage {@link ApiKeys}. The exchange of {@link
 * #usableContext()} keeps keys, of which there are none at first.
 */
public interface ApiKeysContract extends AuthProviderContract {

  /** A key is listed and shown from its creation until it is revoked. */
  @Test
  default void knowsAKeyFromItsCreationUntilItIsRevoked() {
    try (Authenticator authenticator = provider().create(usableContext())) {
      ApiKeys keys = (ApiKeys) authenticator;
      assertThat(keys.list()).isEmpty();
      ApiKey created = keys.create(ApiKeyRequest.named("contract")).key();
      assertThat(created.name()).isEqualTo("contract");
      assertThat(keys.list()).containsExactly(created);
      assertThat(keys.get(created.id())).isEqualTo(created);
      keys.revoke(created.id());
      assertThat(keys.list()).isEmpty();
      assertThatExceptionOfType(ApiKeyException.class)
          .isThrownBy(() -> keys.get(created.id()))
          .satisfies(e -> assertThat(e.status()).isEqualTo(404));
    }
  }

  /** The secret of a new key leaves through {@code reveal()} alone. */
  @Test
  default void printsNoSecretOfAKey() {
    try (Authenticator authenticator = provider().create(usableContext())) {
      ApiKeys keys = (ApiKeys) authenticator;
      CreatedApiKey created = keys.create(ApiKeyRequest.named("contract"));
      assertThat(created + " " + keys.list() + " " + keys.get(created.key().id()) + authenticator)
          .doesNotContain(created.secret().reveal());
    }
  }

  /** When the answer to a creation is lost, there is one key at most, and the error names it. */
  @Test
  default void asksForAKeyOnceAndNamesItWhenTheAnswerIsLost() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      ApiKeys keys = (ApiKeys) authenticator;
      assertThat(keys.list()).isEmpty();
      context.exchange().lose(call -> call.fields().containsValue("contract"));
      assertThatExceptionOfType(AuthUnavailableException.class)
          .isThrownBy(() -> keys.create(ApiKeyRequest.named("contract")))
          .withMessageContaining("contract");
      assertThat(keys.list()).hasSize(1);
    }
  }
}
