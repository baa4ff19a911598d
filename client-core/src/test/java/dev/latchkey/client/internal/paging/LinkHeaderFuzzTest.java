package dev.latchkey.client.internal.paging;

import dev.latchkey.auth.testkit.DamagedInputs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a {@code Link} header says, the next page is found in it or there is none. */
class LinkHeaderFuzzTest {

  @Test
  void findsTheNextPageOrNoneWhateverAHeaderSays() {
    DamagedInputs.tryAll(
        LinkHeaderFuzzTest::fuzzerTestOneInput,
        "<https://a.example/?page=1>; rel=\"prev\", </?page=3>; title=\"a, \\\"b\"; rel=next",
        "<?page=2>;rel=\"last next\" , <?page=9>; REL = last");
  }

  /** For Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String header = new String(input, StandardCharsets.ISO_8859_1);
    Optional<String> next = LinkHeader.next(List.of(header));
    if (next.isPresent() && !header.contains("<" + next.get() + ">")) {
      throw new AssertionError("Found what is not there.");
    }
    Optional<String> later = LinkHeader.next(List.of("<first>; rel=\"next\", " + header));
    if (!later.equals(Optional.of("first"))) {
      throw new AssertionError("What follows a link hides it.");
    }
  }
}
