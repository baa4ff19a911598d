package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.TokenLifecycle;
import org.junit.jupiter.api.Test;

/** The rules of a provider whose authenticators have a {@link TokenLifecycle}. */
public interface TokenLifecycleContract extends AuthProviderContract {

  /** Where there is no token, nobody is logged in to get one. */
  @Test
  default void verifiesAndRefreshesOnlyATokenThatIsThere() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      TokenLifecycle tokens = (TokenLifecycle) authenticator;
      assertThatExceptionOfType(CredentialMissingException.class).isThrownBy(tokens::verify);
      assertThatExceptionOfType(CredentialMissingException.class).isThrownBy(tokens::refresh);
    }
    assertThat(context.exchange().calls()).isEmpty();
  }

  /** The server accepts the token before and after it is renewed. */
  @Test
  default void verifiesTheTokenBeforeAndAfterItIsRefreshed() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      TokenLifecycle tokens = (TokenLifecycle) authenticator;
      authenticator.credential(context.origin());
      assertThat(tokens.verify()).isTrue();
      assertThat(tokens.refresh().isUsable()).isTrue();
      assertThat(tokens.verify()).isTrue();
    }
  }

  /** A server that fails says nothing about the token. */
  @Test
  default void keepsTheTokenWhenTheServerFailsToVerifyOrRefreshIt() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      TokenLifecycle tokens = (TokenLifecycle) authenticator;
      authenticator.credential(context.origin());
      context.exchange().answer(call -> AuthReply.of(503, null));
      assertThatExceptionOfType(AuthUnavailableException.class).isThrownBy(tokens::verify);
      assertThatExceptionOfType(AuthUnavailableException.class).isThrownBy(tokens::refresh);
      assertThat(authenticator.status().isUsable()).isTrue();
    }
  }
}
