package dev.latchkey.cli.doctor;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiException;
import dev.latchkey.client.ApiRequest;
import dev.latchkey.client.ApiResponse;
import dev.latchkey.client.ApiStatusException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What the service says of the time.
 *
 * @param ahead how far its clock is ahead of this machine's, if it says
 * @param problem what is wrong, with what to do about it
 */
public record ServerClock(Optional<Duration> ahead, Optional<String> problem) {

  private static final Duration NOTABLE = Duration.ofMinutes(1);

  /**
   * Asks once, without a credential; an answer that is an error has a date as well.
   *
   * @param client for the service
   * @param clock this machine's
   * @return what it says
   */
  public static ServerClock ask(ApiClient client, InstantSource clock) {
    Instant asked = clock.instant();
    try {
      ApiResponse answer = answer(client);
      Instant answered = clock.instant();
      Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
      return answer
          .header("Date")
          .flatMap(ServerClock::parsed)
          .map(date -> of(Duration.between(middle, date)))
          .orElseGet(
              () ->
                  new ServerClock(
                      Optional.empty(),
                      Optional.of("The service does not say what time it is; nothing to do.")));
    } catch (ApiException e) {
      return new ServerClock(Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }

  private static ApiResponse answer(ApiClient client) {
    try {
      // A kept response tells what time it was.
      return client.send(ApiRequest.get("").anonymously().withHeader("Cache-Control", "no-store"));
    } catch (ApiStatusException e) {
      return e.response();
    }
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ServerClock of(Duration ahead) {
    Optional<String> problem =
        ahead.abs().compareTo(NOTABLE) <= 0
            ? Optional.empty()
            : Optional.of(
                "The server's clock is "
                    + ahead.abs().toSeconds()
                    + " seconds "
                    + (ahead.isNegative() ? "behind" : "ahead of")
                    + " this machine's. Set this machine's clock, by NTP if possible.");
    return new ServerClock(Optional.of(ahead), problem);
  }
}
