package dev.latchkey.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiException;
import dev.latchkey.client.Page;
import dev.latchkey.client.Query;
import dev.latchkey.sandbox.RefreshMode;
import dev.latchkey.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Days of use, in seconds: what is lost, and how often the password is needed. */
@Timeout(300)
class LongRunTest {

  private static final int HOURS = 72;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final List<String> accessions = new ArrayList<>();
  private String bookmark = "";
  private int errors;

  private static SandboxOptions service(RefreshMode mode, int pages) {
    return SandboxOptions.defaults().withRefreshMode(mode).withPrivateStudies(pages);
  }

  private static ApiClient client(VirtualService service, RefreshMode mode) {
    return service
        .client()
        .tokens(TokenStore.inMemory())
        .setting("refresh-after-expiry", String.valueOf(mode == RefreshMode.DOCUMENTED))
        .build();
  }

  /** Reads a page of one study; after an error, which nobody can overlook, it is read again. */
  private void page(ApiClient client) {
    Query studies = client.query("my-data/studies/").pageSize(1);
    Query rest = bookmark.isEmpty() ? studies : studies.after(bookmark);
    try (Stream<Page<Map<String, @Nullable Object>>> pages = rest.pages()) {
      Page<Map<String, @Nullable Object>> page = pages.findFirst().orElseThrow();
      page.records().forEach(study -> accessions.add(String.valueOf(study.get("accession"))));
      bookmark = page.bookmark();
    } catch (ApiException | AuthException e) {
      errors++;
    }
  }

  private void assertEveryPageOnce(int pages) {
    assertThat(accessions).hasSize(pages).doesNotHaveDuplicates();
  }

  /** Three days with a page every quarter of an hour; tells how often the password was used. */
  private long loginsOfAQuietRun(RefreshMode mode, Duration lifetime) {
    int pages = HOURS * 4;
    try (VirtualService service =
            new VirtualService(service(mode, pages).withTokenLifetime(lifetime));
        ApiClient client = client(service, mode)) {
      for (int i = 0; i < pages; i++) {
        page(client);
        service.pass(QUARTER, client);
      }
      assertEveryPageOnce(pages);
      assertThat(errors).isZero();
      return service.posts("auth/sliding");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryPageOnceAndUsesThePasswordTwiceInThreeDays(RefreshMode mode) {
    assertThat(loginsOfAQuietRun(mode, Duration.ofHours(24))).isEqualTo(2);
  }

  @Test
  void usesThePasswordOnceADayWhereExpiredTokensAreRenewed() {
    assertThat(loginsOfAQuietRun(RefreshMode.DOCUMENTED, Duration.ofMinutes(5))).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereItWasAfterTheServerWasDown(RefreshMode mode) {
    int outages = 6 + 4;
    try (VirtualService service = new VirtualService(service(mode, HOURS - outages));
        ApiClient client = client(service, mode)) {
      for (int hour = 0; hour < HOURS; hour++) {
        switch (hour) {
          case 11, 45 -> service.goDown(); // Before the first renewal; before the end.
          case 17, 49 -> service.comeBack();
          default -> {}
        }
        page(client);
        service.pass(HOUR, client);
      }
      assertThat(service.posts("auth/sliding")).isEqualTo(2);
    }
    assertEveryPageOnce(HOURS - outages);
    assertThat(errors).isEqualTo(outages);
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereItWasAfterItsTokenWasRejected(RefreshMode mode) {
    try (VirtualService service = new VirtualService(service(mode, HOURS));
        ApiClient client = client(service, mode)) {
      for (int hour = 0; hour < HOURS; hour++) {
        if (hour == 30) {
          service.startWithOtherKeys();
        }
        page(client);
        service.pass(HOUR, client);
      }
      // One for the rejection, and one for each stretch of 47 hours that was begun.
      assertThat(service.posts("auth/sliding")).isEqualTo(2);
    }
    assertEveryPageOnce(HOURS);
    assertThat(errors).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void usesThePasswordNoMoreThanTheProtocolNeedsInThirtyDays(
      RefreshMode mode, @TempDir Path directory) {
    int hours = 30 * 24;
    try (VirtualService service = new VirtualService(service(mode, hours))) {
      for (int hour = 0; hour < hours; hour++) {
        // Each hour a program starts, finds the token file that others have left, and ends.
        try (ApiClient client =
            service
                .client()
                .property("latchkey.cache-dir", directory.resolve("tokens").toString())
                .setting("refresh-after-expiry", String.valueOf(mode == RefreshMode.DOCUMENTED))
                .build()) {
          page(client);
          service.pass(HOUR, client);
        }
      }
      // Used on the hour, a token is last renewed after 23 hours, and last used after 46.
      assertThat(service.posts("auth/sliding")).isEqualTo((hours + 46) / 47);
      assertThat(service.posts("auth/sliding/refresh")).isBetween(4L * 15, 6L * 16);
    }
    assertEveryPageOnce(hours);
    assertThat(errors).isZero();
  }
}
