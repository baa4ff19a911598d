package dev.latchkey.benchmarks;

import dev.latchkey.sandbox.LoginLimit;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * Whether the time that a wrong password takes tells who is known, at each place where the sandbox
 * takes one: Welch's t-test of the times for somebody and for nobody, measured in turns. bcrypt has
 * the lowest cost, so as to hide little.
 */
public final class LoginTimes {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int WARM_UP = 3_000;

  /** What other work on the machine holds up says nothing. */
  private static final double KEPT = 0.95;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random = new Random(61);

  private LoginTimes() {}

  /**
   * Measures all places, and at last, to compare with, two names that are both nobody's.
   *
   * @param arguments how many logins for each name and place; 10,000 if empty
   * @throws Exception if the sandbox cannot be started or asked
   */
  public static void main(String[] arguments) throws Exception {
    int samples = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    SandboxOptions options =
        SandboxOptions.defaults().withPasswordCost(4).withLoginLimit(LoginLimit.none());
    System.out.println("place                      known us   unknown us   p, all   p, faster 95 %");
    try (Sandbox sandbox = Sandbox.start(options)) {
      LoginTimes times = new LoginTimes();
      URI sliding = sandbox.mgnifyUrl().resolve("auth/sliding");
      String json = "{\"username\":\"%s\",\"password\":\"wrong\"}";
      String form = "username=%s&password=wrong";
      times.compare(new Place(sliding, JSON, json), "Webin-12345", "Webin-12346", samples);
      times.compare(
          new Place(sandbox.url().resolve("/api/token/"), JSON, json), "demo", "dema", samples);
      times.compare(
          new Place(sandbox.url().resolve("/account/sign-in"), FORM, form),
          "demo",
          "dema",
          samples);
      times.compare(new Place(sliding, JSON, json), "Webin-12344", "Webin-12346", samples);
    }
  }

  private void compare(Place place, String known, String unknown, int samples)
      throws IOException, InterruptedException {
    measure(place, known, unknown, WARM_UP);
    double[][] times = measure(place, known, unknown, samples);
    double[][] faster = {faster(times[0]), faster(times[1])};
    TTest test = new TTest();
    System.out.printf(
        Locale.ROOT,
        "%-24s %10.1f %12.1f %8.3f %16.3f%n",
        place.url().getPath().replaceFirst("^/metagenomics/api/v2/", ""),
        StatUtils.percentile(times[0], 50),
        StatUtils.percentile(times[1], 50),
        test.tTest(times[0], times[1]),
        test.tTest(faster[0], faster[1]));
  }

  /** Microseconds for each of the names; who comes first is left to chance. */
  private double[][] measure(Place place, String known, String unknown, int samples)
      throws IOException, InterruptedException {
    HttpRequest[] requests = {place.login(known), place.login(unknown)};
    double[][] times = new double[2][samples];
    for (int i = 0; i < samples; i++) {
      int first = random.nextInt(2);
      times[first][i] = time(requests[first]);
      times[1 - first][i] = time(requests[1 - first]);
    }
    return times;
  }

  private double time(HttpRequest request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
    long end = System.nanoTime();
    if (status != 401) {
      throw new IllegalStateException("A wrong password was answered " + status);
    }
    return (end - start) / 1e3;
  }

  private static double[] faster(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return Arrays.copyOf(sorted, (int) (sorted.length * KEPT));
  }

  private record Place(URI url, String type, String body) {
    HttpRequest login(String username) {
      return HttpRequest.newBuilder(url)
          .header("Content-Type", type)
          .POST(BodyPublishers.ofString(String.format(Locale.ROOT, body, username)))
          .build();
    }
  }
}
