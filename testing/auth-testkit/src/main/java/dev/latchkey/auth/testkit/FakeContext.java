package dev.latchkey.auth.testkit;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * A context made of fakes. Set what matters to a test with the {@code withX} methods, which return
 * this same context. Background work runs at once, on the thread that asks for it, unless an
 * executor is set.
 */
public final class FakeContext implements AuthContext {

  /** The base URL of a fake context that is given no other. */
  public static final URI BASE_URL = URI.create("https://service.test/api/");

  private final List<AuthEvent> events = new CopyOnWriteArrayList<>();
  private final FakeClock clock = FakeClock.atNewYear();
  private final FakeExchange exchange = FakeExchange.unused();
  private URI baseUrl = BASE_URL;
  private Settings settings = new FakeSettings(Map.of());
  private TokenStore tokens = TokenStore.inMemory();
  private Prompt prompt = Prompt.none();
  private Executor executor = Runnable::run;
  private volatile Duration patience = Duration.ofSeconds(60);

  /** Makes a context without settings, with an empty store, and nobody to ask. */
  public FakeContext() {}

  /**
   * Sets the settings.
   *
   * @param values by name
   * @return this
   */
  public FakeContext withSettings(Map<String, String> values) {
    settings = new FakeSettings(values);
    return this;
  }

  /**
   * Sets the service.
   *
   * @param url its base URL
   * @return this
   */
  public FakeContext withBaseUrl(URI url) {
    baseUrl = url;
    return this;
  }

  /**
   * Sets the store.
   *
   * @param store where tokens are kept
   * @return this
   */
  public FakeContext withTokens(TokenStore store) {
    tokens = store;
    return this;
  }

  /**
   * Sets whom to ask.
   *
   * @param somebody whom to ask
   * @return this
   */
  public FakeContext withPrompt(Prompt somebody) {
    prompt = somebody;
    return this;
  }

  /**
   * Sets where background work runs.
   *
   * @param background where it runs
   * @return this
   */
  public FakeContext withExecutor(Executor background) {
    executor = background;
    return this;
  }

  /**
   * Sets how long requests wait.
   *
   * @param longest how long; zero as if the client were being closed
   * @return this
   */
  public FakeContext withPatience(Duration longest) {
    patience = longest;
    return this;
  }

  @Override
  public String profile() {
    return "test";
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public FakeClock clock() {
    return clock;
  }

  @Override
  public FakeExchange exchange() {
    return exchange;
  }

  @Override
  public TokenStore tokens() {
    return tokens;
  }

  @Override
  public Prompt prompt() {
    return prompt;
  }

  @Override
  public AuthListener listener() {
    return events::add;
  }

  @Override
  public Executor executor() {
    return executor;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  /** {@return the events so far} */
  public List<AuthEvent.Kind> events() {
    return events.stream().map(AuthEvent::kind).toList();
  }

  /** {@return the events so far, with their details} */
  public List<AuthEvent> eventsInFull() {
    return List.copyOf(events);
  }
}
