package dev.latchkey.sandbox.account;

import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.ApiKey;
import dev.latchkey.sandbox.store.ApiKeyEvent;
import dev.latchkey.sandbox.store.ApiKeyRefused;
import dev.latchkey.sandbox.store.ApiKeyRequest;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.StorableText;
import dev.latchkey.sandbox.web.OwnPages;
import dev.latchkey.sandbox.web.Page;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of somebody's API keys, making one and revoking one. */
final class KeyPages {
  private static final Page LIST = Page.named("api-keys");
  private static final Page REVOKE = Page.named("api-key-revoke");
  private static final int LONGEST_NAME = 255;
  private static final int EVENTS = 50;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ApiKeys keys;

  KeyPages(ApiKeys keys) {
    this.keys = keys;
  }

  void list(Context ctx, Session session) {
    answer(ctx, 200, session, "");
  }

  void create(Context ctx, Session session) {
    String name = OwnPages.form(ctx).getOrDefault("name", "").strip();
    boolean fits = !name.isEmpty() && name.length() <= LONGEST_NAME;
    if (!fits || !StorableText.accepts(name)) {
      answer(ctx, 400, session, "Give the key a name of at most " + LONGEST_NAME + " letters.");
      return;
    }
    try {
      ApiKeyRequest request = new ApiKeyRequest(session.username(), name, null, null);
      session.keepForNextPage(keys.create(request).text());
      OwnPages.seeOther(ctx, AccountRoutes.KEYS);
    } catch (ApiKeyRefused e) {
      answer(ctx, 400, session, "You have " + ApiKeys.LIMIT + " keys. Revoke one first.");
    }
  }

  void confirm(Context ctx, Session session) {
    ApiKey key = inPath(ctx, session);
    REVOKE.answer(
        ctx, 200, Map.of("csrf", session.csrf(), "id", key.id(), "name", key.request().name()));
  }

  void revoke(Context ctx, Session session) {
    keys.revoke(session.username(), inPath(ctx, session).id());
    OwnPages.seeOther(ctx, AccountRoutes.KEYS);
  }

  private void answer(Context ctx, int status, Session session, String problem) {
    List<ApiKey> all = keys.of(session.username());
    Map<String, Object> values = new HashMap<>();
    values.put("username", session.username());
    values.put("csrf", session.csrf());
    values.put("keys", all.stream().map(KeyPages::row).toList());
    values.put("count", all.size());
    values.put("limit", ApiKeys.LIMIT);
    values.put("full", all.size() >= ApiKeys.LIMIT);
    values.put(
        "events", keys.history(session.username(), EVENTS).stream().map(KeyPages::event).toList());
    values.put("problem", problem);
    values.put("newKey", session.takeNewKey().orElse(""));
    LIST.answer(ctx, status, values);
  }

  private ApiKey inPath(Context ctx, Session session) {
    try {
      return keys.find(session.username(), UUID.fromString(ctx.pathParam("id")))
          .orElseThrow(() -> Refusal.of(404, "Not found."));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(404, "Not found.");
    }
  }

  private static Map<String, Object> row(ApiKey key) {
    return Map.of(
        "id", key.id(),
        "name", key.request().name(),
        "created", SHOWN.format(key.created()),
        "lastUsed", shown(key.lastUsed()),
        "expiry", shown(key.request().expiry()));
  }

  private static Map<String, Object> event(ApiKeyEvent event) {
    return Map.of("when", SHOWN.format(event.when()), "what", event.what(), "name", event.name());
  }

  private static String shown(@Nullable Instant instant) {
    return instant == null ? "never" : SHOWN.format(instant);
  }
}
