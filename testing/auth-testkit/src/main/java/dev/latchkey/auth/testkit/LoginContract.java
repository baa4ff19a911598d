package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Login;
import org.junit.jupiter.api.Test;

/** The rules of a provider whose authenticators can {@link Login}. */
public interface LoginContract extends AuthProviderContract {

  /** After a login the credential can be used, after a logout there is none to forget. */
  @Test
  default void logsInAndOut() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      Login login = (Login) authenticator;
      assertThat(login.logout()).isFalse();
      assertThat(login.login().isUsable()).isTrue();
      assertThat(authenticator.status().isUsable()).isTrue();
      assertThat(login.logout()).isTrue();
      assertThat(authenticator.status().isUsable()).isFalse();
      assertThat(login.logout()).isFalse();
    }
  }

  /** A login that fails costs nothing that was there before. */
  @Test
  default void keepsWhatItHadWhenALoginFails() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      Login login = (Login) authenticator;
      login.login();
      context.exchange().answer(call -> AuthReply.of(503, null));
      assertThatExceptionOfType(AuthException.class).isThrownBy(login::login);
      assertThat(authenticator.status().isUsable()).isTrue();
    }
  }
}
