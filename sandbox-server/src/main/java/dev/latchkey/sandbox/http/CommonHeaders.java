package dev.latchkey.sandbox.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The headers on every answer: {@code Date} by the sandbox's clock, and Django's defaults. */
public final class CommonHeaders implements Handler {
  // RFC 9110 section 5.6.7; DateTimeFormatter.RFC_1123_DATE_TIME writes one-digit days.
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  /** Headers dated by {@code clock}. */
  public CommonHeaders(InstantSource clock) {
    this.clock = clock;
  }

  /** A moment as {@code Date} has it. */
  public static String date(Instant instant) {
    return IMF_FIXDATE.format(instant);
  }

  @Override
  public void handle(Context ctx) {
    ctx.header("Date", date(clock.instant()))
        .header("X-Frame-Options", "DENY")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }
}
