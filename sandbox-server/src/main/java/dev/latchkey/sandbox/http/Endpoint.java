package dev.latchkey.sandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One path with a handler for some methods and one refusal for all others. */
public final class Endpoint {
  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.HEAD,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.OPTIONS,
          HandlerType.TRACE);

  private final String path;
  private final Map<HandlerType, Handler> handlers = new LinkedHashMap<>();

  private Endpoint(String path) {
    this.path = path;
  }

  /** An endpoint that refuses every method so far. */
  public static Endpoint at(String path) {
    return new Endpoint(path);
  }

  /** Answers {@code method} with {@code handler}. */
  public Endpoint on(HandlerType method, Handler handler) {
    handlers.put(method, handler);
    return this;
  }

  /** Registers the endpoint; {@code refusal} makes a handler from the value of {@code Allow}. */
  public void addTo(RoutesConfig routes, Function<String, Handler> refusal) {
    Handler refused = refusal.apply(allowed());
    METHODS.forEach(m -> routes.addHttpHandler(m, path, handlers.getOrDefault(m, refused)));
  }

  private String allowed() {
    return handlers.keySet().stream().map(HandlerType::name).collect(Collectors.joining(", "));
  }
}
