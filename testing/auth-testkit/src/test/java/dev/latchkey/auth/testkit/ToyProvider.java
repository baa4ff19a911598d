package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Setting;
import java.util.List;

/** The smallest provider that keeps every rule, to be broken in one place by its subclasses. */
public class ToyProvider implements AuthProvider {

  static final String PASSWORD = "canary-password";
  static final String TOKEN = "canary-token";

  /** Makes the provider. */
  public ToyProvider() {}

  @Override
  public String id() {
    return "toy-1";
  }

  @Override
  public String description() {
    return "A toy.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.password("password", "The password."));
  }

  @Override
  public Authenticator create(AuthContext context) {
    return new ToyAuthenticator(context);
  }
}
