package dev.latchkey.auth.apikey;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Setting;
import java.util.List;

/**
 * Puts an API key on requests: in a header with or without a scheme, or in a query parameter.
 * Select it with {@code latchkey.profiles.<profile>.provider=api-key}.
 */
public final class ApiKeyProvider implements AuthProvider {

  /** Makes the provider. */
  public ApiKeyProvider() {}

  @Override
  public String id() {
    return "api-key";
  }

  @Override
  public String description() {
    return "A long-lived API key in a header or a query parameter.";
  }

  @Override
  public List<Setting> settings() {
    return ApiKeySettings.ALL;
  }

  @Override
  public Authenticator create(AuthContext context) {
    return new ApiKeyAuthenticator(context, ApiKeySettings.from(context.settings()));
  }
}
