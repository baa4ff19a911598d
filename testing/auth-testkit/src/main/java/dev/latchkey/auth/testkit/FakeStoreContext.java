package dev.latchkey.auth.testkit;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStoreContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a token store is lent, from a test, which can read what the store warns of. */
public final class FakeStoreContext implements TokenStoreContext {

  private final Optional<Path> directory;
  private final Settings settings;
  private final Prompt prompt;
  private final FakeClock clock = FakeClock.atNewYear();
  private final List<String> warnings = new CopyOnWriteArrayList<>();

  private FakeStoreContext(Optional<Path> directory, Settings settings, Prompt prompt) {
    this.directory = directory;
    this.settings = settings;
    this.prompt = prompt;
  }

  /**
   * Lends a directory.
   *
   * @param directory an absolute path, which need not exist
   * @return a context without settings
   */
  public static FakeStoreContext in(Path directory) {
    return new FakeStoreContext(Optional.of(directory), new FakeSettings(Map.of()), Prompt.none());
  }

  /** {@return a context without a directory and settings, as where there is no home} */
  public static FakeStoreContext homeless() {
    return new FakeStoreContext(Optional.empty(), new FakeSettings(Map.of()), Prompt.none());
  }

  /**
   * Gives a copy with settings and without warnings.
   *
   * @param values by name
   * @return the copy
   */
  public FakeStoreContext withSettings(Map<String, String> values) {
    return new FakeStoreContext(directory, new FakeSettings(values), prompt);
  }

  /**
   * Gives a copy that can ask, without warnings.
   *
   * @param somebody whom to ask
   * @return the copy
   */
  public FakeStoreContext withPrompt(Prompt somebody) {
    return new FakeStoreContext(directory, settings, somebody);
  }

  /** {@return what the store has warned of so far, oldest first} */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Optional<Path> cacheDirectory() {
    return directory;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public Prompt prompt() {
    return prompt;
  }

  @Override
  public void warn(String warning) {
    warnings.add(warning);
  }
}
