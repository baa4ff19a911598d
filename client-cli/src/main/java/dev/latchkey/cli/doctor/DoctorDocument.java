package dev.latchkey.cli.doctor;

import dev.latchkey.auth.AuthStatus;
import dev.latchkey.client.Diagnosis;
import dev.latchkey.client.FoundProvider;
import dev.latchkey.client.ProfileList.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The report for programs. Its shape is named in {@code schema}, described in {@code
 * docs/schema/doctor-1.schema.json}, and changes only with the name.
 */
public final class DoctorDocument {

  private static final String SCHEMA = "latchkey.doctor/1";

  private DoctorDocument() {}

  /**
   * Writes the report.
   *
   * @param examined what was found
   * @return a tree of maps, lists, strings, numbers, booleans and null
   */
  public static Map<String, @Nullable Object> of(Examined examined) {
    Diagnosis diagnosis = examined.diagnosis();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("program", examined.program());
    fields.put("healthy", examined.problems().isEmpty());
    fields.put("problems", examined.problems());
    fields.put("notes", diagnosis.notes());
    fields.put("profile", diagnosis.profiles().choice().map(DoctorDocument::profile).orElse(null));
    fields.put("client", diagnosis.client().map(DoctorDocument::client).orElse(null));
    fields.put("clock", clock(examined));
    fields.put("sources", diagnosis.sources().stream().map(DoctorDocument::source).toList());
    fields.put("settings", diagnosis.settings().stream().map(DoctorDocument::value).toList());
    fields.put("tokens", diagnosis.tokens().map(DoctorDocument::tokens).orElse(null));
    fields.put("token_stores", examined.stores().stream().map(DoctorDocument::found).toList());
    fields.put("providers", examined.providers().stream().map(DoctorDocument::found).toList());
    fields.put("providers_folder", examined.folder().map(DoctorDocument::folder).orElse(null));
    return fields;
  }

  private static Map<String, Object> profile(Choice choice) {
    Map<String, Object> fields = pair("name", choice.profile(), "basis", lower(choice.basis()));
    fields.put("why", choice.why());
    return fields;
  }

  private static Map<String, @Nullable Object> client(Diagnosis.Client client) {
    AuthStatus status = client.status();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("base_url", client.baseUrl().toString());
    fields.put("provider", client.provider());
    fields.put("state", lower(status.state()));
    fields.put("usable", status.isUsable());
    fields.put("identity", status.identity().orElse(null));
    fields.put("source", status.source());
    fields.put("expires_at", status.expiresAt().map(Instant::toString).orElse(null));
    return fields;
  }

  /** The service's word outweighs what an old token shows. */
  private static @Nullable Map<String, Object> clock(Examined examined) {
    Optional<Duration> online = examined.online().flatMap(ServerClock::ahead);
    Optional<Duration> known =
        online.or(() -> examined.diagnosis().client().flatMap(Diagnosis.Client::serverAhead));
    return known
        .map(
            ahead ->
                pair(
                    "server_ahead_seconds",
                    ahead.toSeconds(),
                    "told_by",
                    online.isPresent() ? "service" : "token"))
        .orElse(null);
  }

  private static Map<String, @Nullable Object> source(Diagnosis.Source source) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("source", source.name());
    fields.put("state", source.state());
    fields.put("reason", source.reason().orElse(null));
    fields.put("path", source.path().map(String::valueOf).orElse(null));
    fields.put("owner", source.access().map(Diagnosis.Access::owner).orElse(null));
    fields.put("mode", source.access().flatMap(Diagnosis.Access::mode).orElse(null));
    return fields;
  }

  private static Map<String, @Nullable Object> value(Diagnosis.Value value) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("setting", value.setting());
    fields.put("secret", value.isSecret());
    fields.put("source", value.source());
    fields.put("outcome", value.outcome());
    fields.put("reason", value.reason().orElse(null));
    return fields;
  }

  private static Map<String, Object> tokens(Diagnosis.Tokens tokens) {
    Map<String, Object> fields = pair("store", tokens.store(), "location", tokens.location());
    fields.put("files", tokens.files().stream().map(DoctorDocument::stored).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> stored(Diagnosis.Stored file) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("path", file.path().toString());
    fields.put("owner", file.access().owner());
    fields.put("mode", file.access().mode().orElse(null));
    return fields;
  }

  /**
   * Describes a provider or token store.
   *
   * @param found what was found
   * @return a tree as above
   */
  public static Map<String, @Nullable Object> found(FoundProvider found) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", found.id().orElse(null));
    fields.put("description", found.description());
    fields.put("version", found.version().orElse(null));
    fields.put("problem", found.problem().orElse(null));
    fields.put("locations", found.locations());
    return fields;
  }

  private static Map<String, Object> folder(ProvidersFolder folder) {
    List<Map<String, Object>> jars =
        folder.jars().entrySet().stream()
            .map(
                jar ->
                    pair(
                        "name",
                        String.valueOf(jar.getKey().getFileName()),
                        "provides",
                        jar.getValue()))
            .toList();
    return pair("path", folder.path().toString(), "jars", jars);
  }

  /** In an order that does not change, unlike that of {@link Map#of}. */
  private static Map<String, Object> pair(
      String name, Object value, String nextName, Object nextValue) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(name, value);
    fields.put(nextName, nextValue);
    return fields;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
