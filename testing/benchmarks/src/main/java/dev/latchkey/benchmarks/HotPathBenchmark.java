package dev.latchkey.benchmarks;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ApiClient;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** Getting a valid credential for a request: what is done for every one of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HotPathBenchmark {

  private final Sandbox sandbox = Sandbox.start();
  private final URI url = sandbox.mgnifyUrl();
  private final Origin origin = Origin.of(url);
  private final ApiClient client = client();
  private final Authenticator authenticator = client.authenticator();
  private final String floor = "Bearer token";
  private final OAuth2Credentials google =
      OAuth2Credentials.create(
          new AccessToken("token", Date.from(Instant.now().plus(Duration.ofDays(1)))));
  private final CachedSupplier<String> aws =
      CachedSupplier.builder(
              () ->
                  RefreshResult.builder("Bearer token")
                      .prefetchTime(Instant.now().plus(Duration.ofHours(12)))
                      .staleTime(Instant.now().plus(Duration.ofHours(23)))
                      .build())
          .build();

  private ApiClient client() {
    SandboxUser user = sandbox.users().get(0);
    return ApiClient.builder()
        .profile("mgnify")
        .baseUrl(url)
        .setting("username", user.username())
        .setting("password", user.password())
        .tokens(TokenStore.inMemory())
        .build();
  }

  /** Lets everybody have a token. */
  @Setup
  public void warmUp() throws IOException {
    authenticator.credential(origin);
    google.refreshIfExpired();
    aws.get();
  }

  @TearDown
  public void close() {
    client.close();
    sandbox.close();
    aws.close();
  }

  @Benchmark
  public String floor() {
    return floor;
  }

  @Benchmark
  public String latchkey() {
    return authenticator.credential(origin).reveal();
  }

  @Benchmark
  public Map<String, List<String>> googleRequestMetadata() throws IOException {
    return google.getRequestMetadata(url);
  }

  @Benchmark
  public String awsCachedSupplier() {
    return aws.get();
  }
}
