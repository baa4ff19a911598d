package dev.latchkey.cli.credentials;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.client.ApiClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status as JSON, for scripts. Its shape is named in {@code schema} and changes only with it.
 */
final class StatusDocument {

  private static final String SCHEMA = "latchkey.status/1";

  private StatusDocument() {}

  static String of(ApiClient client, AuthStatus status) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("profile", client.profile());
    fields.put("provider", client.provider());
    fields.put("base_url", client.baseUrl().toString());
    fields.put("state", status.state().name().toLowerCase(Locale.ROOT));
    fields.put("usable", status.isUsable());
    fields.put("identity", status.identity().orElse(null));
    fields.put("source", status.source());
    fields.put("expires_at", text(status.expiresAt()));
    fields.put("renews_at", text(status.renewsAt()));
    fields.put("password_needed_at", text(status.passwordNeededAt()));
    return JsonOutput.of(fields);
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
