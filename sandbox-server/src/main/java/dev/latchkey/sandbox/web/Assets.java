package dev.latchkey.sandbox.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The files that pages load, and the OpenAPI document: what is listed here and nothing else. */
public final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "sandbox.css",
          "text/css; charset=utf-8",
          "copy.js",
          "text/javascript; charset=utf-8",
          "icon.svg",
          "image/svg+xml");

  private Assets() {}

  /** Registers them. */
  public static void addTo(RoutesConfig routes) {
    routes.get("/assets/{name}", Assets::answer);
    routes.get("/openapi.json", ctx -> answer(ctx, "openapi.json", "application/json"));
  }

  private static void answer(Context ctx) {
    String name = ctx.pathParam("name");
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundResponse();
    }
    answer(ctx, name, type);
  }

  private static void answer(Context ctx, String name, String type) {
    try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name))) {
      ctx.contentType(type).result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
