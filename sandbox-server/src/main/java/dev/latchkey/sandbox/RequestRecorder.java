package dev.latchkey.sandbox;

import dev.latchkey.sandbox.http.Wire;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes answered requests to a log, but nothing that could be a credential. */
final class RequestRecorder implements Handler {
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)token|key|password|secret|access|refresh");

  private final RequestLog log;

  RequestRecorder(RequestLog log) {
    this.log = log;
  }

  @Override
  public void handle(Context ctx) {
    log.add(
        new RequestLog.Entry(
            ctx.method().name(),
            ctx.path(),
            query(ctx),
            Wire.isUnanswered(ctx) ? RequestLog.NO_ANSWER : ctx.statusCode(),
            names(ctx),
            scheme(ctx)));
  }

  private static String query(Context ctx) {
    String query = ctx.queryString();
    return query == null
        ? ""
        : Arrays.stream(query.split("&", -1))
            .map(RequestRecorder::withoutCredential)
            .collect(Collectors.joining("&"));
  }

  private static String withoutCredential(String pair) {
    int end = pair.indexOf('=');
    String name = pair.substring(0, Math.max(0, end));
    return CREDENTIAL.matcher(name).find() ? name + "=" : pair;
  }

  private static Set<String> names(Context ctx) {
    return ctx.headerMap().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Without a space the header may be nothing but a key that somebody forgot the scheme of. */
  private static Optional<String> scheme(Context ctx) {
    String header = ctx.header("Authorization");
    int space = header == null ? -1 : header.indexOf(' ');
    return space < 1 ? Optional.empty() : Optional.of(header.substring(0, space));
  }
}
