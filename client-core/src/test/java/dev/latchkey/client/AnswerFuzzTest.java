package dev.latchkey.client;

import dev.latchkey.auth.testkit.DamagedInputs;
import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whatever a server answers makes an error of one clean line, and a bookmark is read or refused.
 */
class AnswerFuzzTest {

  private static final URI URL = URI.create("https://a.example/");
  private static final int[] STATUSES = {400, 401, 403, 404, 409, 418, 422, 429, 500, 503};
  private static final int LONGEST = 1000;

  @Test
  void makesOneCleanLineOfWhateverAServerSays() {
    DamagedInputs.tryAll(
        AnswerFuzzTest::fuzzerTestOneInput,
        "{\"detail\":[{\"loc\":[\"body\",\"name\"],\"msg\":\"Field required\"}],\"code\":\"c\"}",
        "{\"detail\":\"No such \\u001b[31mstudy.\",\"name\":[\"Too long.\",{\"a\":\"b c\"}]}",
        "120\n{\"messages\":[]}",
        "Thu, 01 Jan 2026 00:00:00 GMT\nnot JSON",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:\n");
  }

  @Test
  void readsOrRefusesWhateverABookmarkSays() {
    DamagedInputs.tryAll(
        AnswerFuzzTest::fuzzerTestOneInput,
        """
        {"version":1,"list":"https://a.example/","user":"u","page":2,"records":100,\
        "link":"https://a.example/?page=3","count":1000,"size":100,"ended":false}""");
  }

  /** For Jazzer: one line for the headers, and the body. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int end = text.indexOf('\n');
    String header = text.substring(0, Math.max(0, end));
    byte[] body = text.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    for (String type : List.of("application/json", "text/plain", "text/html")) {
      check(header, type, body);
    }
    Checksum.ofHeader(header);
    bookmark(text);
  }

  private static void check(String header, String type, byte[] body) {
    Reply reply =
        new Reply(
            URL,
            STATUSES[Math.floorMod(header.hashCode(), STATUSES.length)],
            Map.of(
                "Content-Type", List.of(type),
                "Retry-After", List.of(header),
                "Date", List.of(header)),
            body);
    String message = String.valueOf(ErrorAnswer.of(ApiRequest.get("a/"), reply).getMessage());
    reply.date("Date");
    if (message.length() > LONGEST || message.codePoints().anyMatch(Character::isISOControl)) {
      throw new AssertionError(message);
    }
  }

  private static void bookmark(String text) {
    Bookmark bookmark;
    try {
      bookmark = Bookmark.parse(text);
    } catch (IllegalArgumentException refused) {
      return;
    }
    if (!Bookmark.parse(bookmark.text()).equals(bookmark)) {
      throw new AssertionError("The bookmark is another one after it was written.");
    }
  }
}
