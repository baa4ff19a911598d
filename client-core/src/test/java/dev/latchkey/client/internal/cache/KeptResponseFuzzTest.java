package dev.latchkey.client.internal.cache;

import dev.latchkey.auth.testkit.DamagedInputs;
import dev.latchkey.client.internal.file.Sha256;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever stands in the file of a kept response is read or passed over. */
class KeptResponseFuzzTest {

  private static final URI URL = URI.create("https://a.example/");

  @Test
  void readsOrPassesOverWhateverAFileHolds() {
    DamagedInputs.tryAll(
        KeptResponseFuzzTest::fuzzerTestOneInput,
        """
        {"request":"r","selection":"s","asked":"2026-01-01T00:00:00Z","received":\
        "2026-01-01T00:00:01.5Z","headers":{"ETag":["\\"a\\""],"Cache-Control":["max-age=60, \
        private=\\"x\\"","no-cache"],"Age":["1"],"Date":["Thu, 01 Jan 2026 00:00:00 GMT"]}}
        {"count":1}""");
  }

  /** For Jazzer: what follows the hash, which is put before it. */
  public static void fuzzerTestOneInput(byte[] input) {
    ResponseFormat.decode(input, "r", URL);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        ("latchkey-response/1 " + Sha256.hex(input) + "\n").getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(input);
    ResponseFormat.decode(file.toByteArray(), "r", URL).ifPresent(KeptResponseFuzzTest::check);
  }

  private static void check(StoredResponse stored) {
    Freshness.of(stored, stored.received()).age();
    CacheControl.of(stored.reply()).time("max-age");
    Optional<StoredResponse> again =
        ResponseFormat.decode(ResponseFormat.encode("r", stored), "r", URL);
    if (again.isEmpty()
        || !again.get().reply().headers().equals(stored.reply().headers())
        || !again.get().asked().equals(stored.asked())
        || !Arrays.equals(again.get().reply().body(), stored.reply().body())) {
      throw new AssertionError("The response is another one after it was written.");
    }
  }
}
