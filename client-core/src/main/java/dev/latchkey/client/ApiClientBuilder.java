package dev.latchkey.client;

import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.internal.config.ConfigurationOptions;
import dev.latchkey.client.internal.config.HomeDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an {@link ApiClient}. What is set here wins over every other place that settings come
 * from. Not safe for use by several threads; prints no values.
 */
public final class ApiClientBuilder {

  final Map<String, String> properties = new LinkedHashMap<>();
  final Map<String, String> settings = new LinkedHashMap<>();
  ConfigurationOptions options =
      ConfigurationOptions.ofProcess().withHomeDirectory(Path.of(HomeDirectory.ofUser()));
  Optional<String> profile = Optional.empty();
  Optional<URI> baseUrl = Optional.empty();
  Optional<AuthProvider> provider = Optional.empty();
  Optional<Path> providersFolder = Optional.empty();
  Optional<TokenStore> tokens = Optional.empty();
  ConfiguredTokenStore.Stores stores = ConfiguredTokenStore.Stores.found();
  Optional<Duration> timeout = Optional.empty();
  Prompt prompt = Prompt.none();
  AuthListener listener = AuthListener.none();
  Optional<WaitListener> waits = Optional.empty();
  Optional<InstantSource> clock = Optional.empty();

  ApiClientBuilder() {}

  /**
   * Chooses the profile. Without this it is {@code latchkey.profile}, or the only one for which
   * anything is configured or stored.
   *
   * @param name the profile's name, such as {@code mgnify}
   * @return this
   */
  public ApiClientBuilder profile(String name) {
    profile = Optional.of(name);
    return this;
  }

  /**
   * Sets the URL below which the service lives, in place of the profile's.
   *
   * @param url an absolute URL: https, or http on this machine
   * @return this
   */
  public ApiClientBuilder baseUrl(URI url) {
    baseUrl = Optional.of(url);
    return this;
  }

  /**
   * Sets a property by its full name, such as {@code latchkey.profiles.mine.provider}.
   *
   * @param name the property's full name
   * @param value its value
   * @return this
   */
  public ApiClientBuilder property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /**
   * Sets a setting of the profile's provider, such as {@code username}, {@code password} or {@code
   * key}.
   *
   * @param name the setting's name
   * @param value its value
   * @return this
   */
  public ApiClientBuilder setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /**
   * Uses this provider, whatever is found on the class path.
   *
   * @param instance the provider
   * @return this
   */
  public ApiClientBuilder provider(AuthProvider instance) {
    provider = Optional.of(instance);
    return this;
  }

  /**
   * Says where users put the jars of providers, for errors to tell. It must be on the class path.
   *
   * @param folder the folder
   * @return this
   */
  public ApiClientBuilder providersFolder(Path folder) {
    providersFolder = Optional.of(folder);
    return this;
  }

  /**
   * Reads this file in place of the {@code .env} in the working directory.
   *
   * @param file a file in {@code .env} format
   * @return this
   */
  public ApiClientBuilder envFile(Path file) {
    options = options.withEnvFile(file);
    return this;
  }

  /**
   * Sets whom to ask for what is not configured, such as {@link Prompt#console()}. Without this,
   * nobody is asked.
   *
   * @param somebody whom to ask
   * @return this
   */
  public ApiClientBuilder prompt(Prompt somebody) {
    prompt = somebody;
    return this;
  }

  /**
   * Sets whom to tell what happens to credentials.
   *
   * @param somebody whom to tell
   * @return this
   */
  public ApiClientBuilder listener(AuthListener somebody) {
    listener = somebody;
    return this;
  }

  /**
   * Sets whom to tell when the client waits for a server.
   *
   * @param somebody whom to tell
   * @return this
   */
  public ApiClientBuilder waits(WaitListener somebody) {
    waits = Optional.of(somebody);
    return this;
  }

  /**
   * Sets the clock to tell the time by.
   *
   * @param source the clock
   * @return this
   */
  public ApiClientBuilder clock(InstantSource source) {
    clock = Optional.of(source);
    return this;
  }

  /**
   * Sets where tokens are kept, in place of the user's cache directory.
   *
   * @param store where tokens are kept
   * @return this
   */
  public ApiClientBuilder tokens(TokenStore store) {
    tokens = Optional.of(store);
    return this;
  }

  /**
   * Bounds the time of a request with all its retries; 60 seconds without this or {@code
   * latchkey.timeout}.
   *
   * @param longest how long a request may take
   * @return this
   */
  public ApiClientBuilder timeout(Duration longest) {
    timeout = Optional.of(longest);
    return this;
  }

  ApiClientBuilder options(ConfigurationOptions replaced) {
    options = replaced;
    return this;
  }

  /**
   * Opens the client. Makes no network call.
   *
   * @return the client; the caller closes it
   * @throws dev.latchkey.auth.AuthConfigurationException when the settings or the providers on the
   *     class path do not fit
   */
  public ApiClient build() {
    return new ApiClient(new ClientAssembly(this).parts());
  }

  /**
   * Tells which profile somebody has chosen, here or with {@code latchkey.profile}; one that is
   * merely implied by other settings does not count.
   *
   * @return its name; there need not be such a profile
   * @throws dev.latchkey.auth.AuthConfigurationException when the file that says so must not be
   *     believed
   */
  public Optional<String> chosenProfile() {
    return profile.or(() -> ProfileSelection.configured(ClientAssembly.configuration(this)));
  }

  /**
   * Lists the profiles there are and chooses one as {@link #build()} does.
   *
   * @return the profiles, also those that cannot be used
   * @throws dev.latchkey.auth.AuthConfigurationException when the file that {@link #envFile} names
   *     or the token store cannot be used
   */
  public ProfileList profiles() {
    ClientAssembly assembly = new ClientAssembly(this);
    try (TokenStore store = assembly.tokens()) {
      return new ProfileCatalog(assembly.configuration()).list(profile, store);
    }
  }

  /**
   * Names the place of a profile's API key, or of another token, in the keyring of the operating
   * system. Asks nobody.
   *
   * @param name the profile's name
   * @param token what the profile calls the token, such as {@code api-key.key}
   * @return its place there
   * @throws dev.latchkey.auth.AuthConfigurationException when the settings do not fit, or name a
   *     program for the keyring that there is no speaking to
   */
  public KeyringPlace keyring(String name, String token) {
    return KeyringPlace.of(this, name, token);
  }

  /**
   * Looks at everything that {@link #build()} looks at, and tells what it finds. Makes no network
   * call, and throws nothing for what is wrong.
   *
   * @return what would be used, where it comes from, and what is wrong
   */
  public Diagnosis diagnose() {
    return new Examination(this).run();
  }

  /** {@return the profile alone, since values may be secret} */
  @Override
  public String toString() {
    return "ApiClientBuilder[" + profile.orElse("profile not chosen") + "]";
  }
}
