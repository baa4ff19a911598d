package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.ApiKey;
import dev.latchkey.sandbox.store.ApiKeyRefused;
import dev.latchkey.sandbox.store.ApiKeyRefused.Reason;
import dev.latchkey.sandbox.store.ApiKeyRequest;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.IssuedApiKey;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API keys: made and revoked with an access token only; a key may look, not touch. */
final class ApiKeyEndpoints {
  private static final int LONGEST_NAME = 255;

  private final Callers callers;
  private final ApiKeys keys;
  private final InstantSource clock;

  ApiKeyEndpoints(Callers callers, ApiKeys keys, InstantSource clock) {
    this.callers = callers;
    this.keys = keys;
    this.clock = clock;
  }

  void list(Context ctx) {
    Caller caller = callers.of(ctx);
    Answers.json(
        ctx,
        200,
        keys.of(caller.username()).stream()
            .filter(key -> isInSight(caller, key))
            .map(Views::apiKey)
            .toList());
  }

  void one(Context ctx) {
    Caller caller = callers.of(ctx);
    ApiKey key =
        keys.find(caller.username(), Ids.inPath(ctx.pathParam("id")))
            .filter(found -> isInSight(caller, found))
            .orElseThrow(Ids::notFound);
    Answers.json(ctx, 200, Views.apiKey(key));
  }

  void create(Context ctx) {
    Caller caller = callers.of(ctx).managingKeys();
    Fields fields = Fields.read(ctx);
    ApiKeyRequest request =
        new ApiKeyRequest(
            caller.username(),
            fields.required("name", LONGEST_NAME),
            expiry(fields),
            workspace(fields));
    try {
      IssuedApiKey issued = keys.create(request);
      JsonObject view = Views.apiKey(issued.key());
      view.addProperty("token", issued.text());
      ctx.header("Cache-Control", "no-store");
      Answers.json(ctx, 201, view);
    } catch (ApiKeyRefused e) {
      throw refusal(e.reason());
    }
  }

  void revoke(Context ctx) {
    Caller caller = callers.of(ctx).managingKeys();
    if (!keys.revoke(caller.username(), Ids.inPath(ctx.pathParam("id")))) {
      throw Ids.notFound();
    }
    ctx.status(204);
  }

  private static boolean isInSight(Caller caller, ApiKey key) {
    return caller.scope().isEmpty() || caller.scope().equals(key.scope());
  }

  private @Nullable Instant expiry(Fields fields) {
    Optional<String> text = fields.text("expiry").filter(sent -> !sent.isBlank());
    if (text.isEmpty()) {
      return null;
    }
    Instant expiry =
        Timestamps.parse(text.get())
            .filter(moment -> !moment.isAfter(Timestamps.LATEST))
            .orElseThrow(
                () ->
                    Fields.problem(
                        "expiry",
                        "Datetime has wrong format. Use YYYY-MM-DD hh:mm:ss[.uuuuuu][+HH:MM|Z]."));
    if (!expiry.isAfter(clock.instant())) {
      throw Fields.problem("expiry", "The expiry must be in the future.");
    }
    return expiry;
  }

  private static @Nullable UUID workspace(Fields fields) {
    Optional<String> text = fields.text("workspace").filter(sent -> !sent.isBlank());
    if (text.isEmpty()) {
      return null;
    }
    return Ids.parse(text.get())
        .orElseThrow(() -> Fields.problem("workspace", "Must be a valid UUID."));
  }

  private static Refusal refusal(Reason reason) {
    return switch (reason) {
      case TOO_MANY ->
          Refusal.of(
              400,
              "You have %d API keys, which is the limit. Revoke one first."
                  .formatted(ApiKeys.LIMIT));
      default -> Fields.problem("workspace", "You are not a member of this workspace.");
    };
  }
}
