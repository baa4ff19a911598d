package dev.latchkey.client;

import dev.latchkey.client.ScriptedServer.Received;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers with numbered records in pages, as different services do. */
final class ListServer {

  private ListServer() {}

  /** The parameters of a request; all values are plain numbers and words in these tests. */
  static Map<String, String> parameters(Received request) {
    Map<String, String> parameters = new TreeMap<>();
    String[] parts = request.target().split("\\?", 2);
    for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&", -1)) {
      parameters.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    return parameters;
  }

  static int number(Received request, String parameter, int otherwise) {
    return Integer.parseInt(parameters(request).getOrDefault(parameter, String.valueOf(otherwise)));
  }

  /** Records from one number to before another, as a JSON list. */
  static String records(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"id\":" + i + ",\"name\":\"r" + i + "\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** A page of a list of {@code count} records, as MGnify answers: never more than 100. */
  static String page(Received request, int count) {
    int size = Math.min(100, number(request, "page_size", 100));
    int from = Math.min(count, (number(request, "page", 1) - 1) * size);
    return page(count, from, Math.min(count, from + size));
  }

  static String page(int count, int from, int to) {
    return ScriptedServer.json(
        200, "{\"count\":" + count + ",\"items\":" + records(from, to) + "}");
  }
}
