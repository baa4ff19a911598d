package dev.latchkey.client;

import dev.latchkey.client.ScriptedServer.Received;

/** A server of one file. */
final class FileScript {

  static final String CONTENT = "0123456789".repeat(50_000);
  static final String TAG = "\"v1\"";

  private FileScript() {}

  /** Answers ranges of the content as RFC 9110 says. */
  static String file(Received request) {
    return file(request, "", TAG);
  }

  static String file(Received request, String headers, String tag) {
    boolean same = request.headers().getOrDefault("If-Range", tag).equals(tag);
    if (!request.headers().containsKey("Range") || !same) {
      return ScriptedServer.answer(200, "ETag: " + tag + "\r\n" + headers, CONTENT);
    }
    return rest(request, "ETag: " + tag + "\r\n" + headers);
  }

  /** Answers a range, whatever the file was when it was begun. */
  static String rest(Received request, String headers) {
    String asked = request.headers().getOrDefault("Range", "bytes=0-");
    int from = Integer.parseInt(asked.replaceAll("bytes=(\\d+)-", "$1"));
    if (from >= CONTENT.length()) {
      return ScriptedServer.answer(416, "Content-Range: bytes */" + CONTENT.length() + "\r\n", "");
    }
    String range = from + "-" + (CONTENT.length() - 1) + "/" + CONTENT.length();
    return ScriptedServer.answer(
        206, headers + "Content-Range: bytes " + range + "\r\n", CONTENT.substring(from));
  }

  /** Promises everything and breaks off after so much. */
  static String broken(String answer, int bytes) {
    int head = answer.indexOf("\r\n\r\n") + 4;
    return answer.substring(0, head + bytes).replaceFirst("\r\n", "\r\nConnection: close\r\n");
  }
}
