package dev.latchkey.benchmarks;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.latchkey.client.ApiClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Records per second of {@code Query.stream()} beside a loop with HttpClient 5, a fixed header and
 * Gson, against the same server, in turns.
 */
public final class ListRates {

  private static final int RECORDS = 100_000;
  private static final int ROUNDS = 11;

  private ListRates() {}

  /**
   * Runs both, without and with 5 ms of latency.
   *
   * @param arguments none
   * @throws Exception when the server is not to be had
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("latency   bare loop/s   stream()/s   ratio   with prefetch(4)/s   ratio");
    for (int milliseconds : new int[] {0, 5}) {
      try (PageServer server = PageServer.start(RECORDS, milliseconds)) {
        compare(server, milliseconds);
      }
    }
  }

  private static void compare(PageServer server, int milliseconds) throws IOException {
    List<Double> bare = new ArrayList<>();
    List<Double> stream = new ArrayList<>();
    List<Double> ahead = new ArrayList<>();
    try (CloseableHttpClient http = HttpClients.createDefault();
        ApiClient client = server.client()) {
      for (int i = 0; i < ROUNDS; i++) {
        bare.add(rate(() -> loop(http, server)));
        stream.add(rate(() -> count(client, 0)));
        ahead.add(rate(() -> count(client, 4)));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%4d ms %13.0f %12.0f %7.2f %20.0f %7.2f%n",
        milliseconds,
        median(bare),
        median(stream),
        median(beside(stream, bare)),
        median(ahead),
        median(beside(ahead, bare)));
  }

  /** Round by round, as what disturbs a round disturbs both. */
  private static List<Double> beside(List<Double> ours, List<Double> theirs) {
    return IntStream.range(0, ROUNDS).mapToObj(i -> ours.get(i) / theirs.get(i)).toList();
  }

  private static long loop(CloseableHttpClient http, PageServer server) throws IOException {
    long ids = 0;
    for (int page = 1; page <= RECORDS / PageServer.SIZE; page++) {
      HttpGet get = new HttpGet(server.url() + "things/?page=" + page);
      get.setHeader("Authorization", "Token " + PageServer.KEY);
      String text = http.execute(get, response -> EntityUtils.toString(response.getEntity()));
      JsonObject answer = JsonParser.parseString(text).getAsJsonObject();
      for (JsonElement item : answer.getAsJsonArray("items")) {
        ids += item.getAsJsonObject().get("accession").getAsString().length();
      }
    }
    return ids;
  }

  private static long count(ApiClient client, int prefetch) {
    return client.query("things/").prefetch(prefetch).stream()
        .mapToLong(record -> String.valueOf(record.get("accession")).length())
        .sum();
  }

  private static double rate(Work work) throws IOException {
    long start = System.nanoTime();
    long sum = work.run();
    if (sum != 12L * RECORDS) {
      throw new IllegalStateException("records are missing: " + sum);
    }
    return RECORDS * 1e9 / (System.nanoTime() - start);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private interface Work {
    long run() throws IOException;
  }
}
