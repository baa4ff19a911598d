package dev.latchkey.client;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.AuthListener;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Settings;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.ProfileList.Choice;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.config.ProfileSettings;
import dev.latchkey.client.internal.hc5.TransportLimits;
import dev.latchkey.client.internal.pipeline.BoundedAuthenticator;
import dev.latchkey.client.internal.pipeline.Pause;
import dev.latchkey.client.internal.pipeline.Pipeline;
import dev.latchkey.client.internal.pipeline.RetryPolicy;
import dev.latchkey.client.internal.pipeline.Waiting;
import dev.latchkey.client.internal.provider.ProviderCatalog;
import dev.latchkey.client.internal.provider.ProviderFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts a client together from what its builder says and what is configured. Used once. */
final class ClientAssembly {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Whoever gives up sooner than a slow server answers makes the next one ask it again. */
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(40);

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);
  private static final String TIMEOUT = "latchkey.timeout";
  private static final int LARGEST_BODY = 64 << 20;

  private final ApiClientBuilder wishes;
  private final Configuration configuration;
  private final AuthListener listener;
  private final Optional<TokenStore> opened;
  private final TokenStore tokens;

  ClientAssembly(ApiClientBuilder wishes) {
    this(wishes, new ReportingListener(wishes.listener));
  }

  ClientAssembly(ApiClientBuilder wishes, AuthListener listener) {
    this.wishes = wishes;
    this.listener = listener;
    Configuration known = configuration(wishes);
    this.opened =
        wishes.tokens.isPresent()
            ? Optional.empty()
            : Optional.of(ConfiguredTokenStore.open(known, wishes, listener));
    this.tokens = opened.isPresent() ? opened.get() : wishes.tokens.orElseThrow();
    this.configuration = hasUrlForUnnamed(wishes) ? knowingTokens() : known;
  }

  private static boolean hasUrlForUnnamed(ApiClientBuilder wishes) {
    return wishes.baseUrl.isPresent() && wishes.profile.isEmpty();
  }

  private Configuration knowingTokens() {
    try {
      return configuration(wishes, tokens);
    } catch (RuntimeException e) {
      opened.ifPresent(TokenStore::close);
      throw e;
    }
  }

  Configuration configuration() {
    return configuration;
  }

  /** {@return where tokens are; closed with the parts} */
  TokenStore tokens() {
    return tokens;
  }

  ClientParts parts() {
    try {
      return openParts();
    } catch (RuntimeException e) {
      opened.ifPresent(TokenStore::close);
      throw e;
    }
  }

  private ClientParts openParts() {
    ProfileSettings profile = profile();
    AuthProvider provider = provider(wishes, profile);
    ClientResources resources = new ClientResources(limits(), listener, profile.name());
    try {
      return parts(profile, provider, resources);
    } catch (RuntimeException | LinkageError e) {
      resources.close();
      throw ProviderFailure.of(provider.id(), e);
    }
  }

  static AuthProvider provider(ApiClientBuilder wishes, ProfileSettings profile) {
    if (wishes.provider.isPresent()) {
      return wishes.provider.get();
    }
    ProviderCatalog found = ProviderCatalog.of(ClassLoaders.ofCaller());
    if (wishes.providersFolder.isPresent()) {
      found = found.withFolder(wishes.providersFolder.get());
    }
    return found.select(profile.providerId(), profile.name());
  }

  private ClientParts parts(
      ProfileSettings profile, AuthProvider provider, ClientResources resources) {
    InstantSource clock = wishes.clock.orElse(resources.clock());
    Duration timeout = timeout();
    KeptResponses responses = new KeptResponses(configuration, provider.id(), clock, listener);
    Pipeline pipeline = pipeline(profile, resources, clock, responses);
    GuardedPrompt prompt = new GuardedPrompt(wishes.prompt, profile);
    Authenticator authenticator =
        provider.create(
            new ClientContext(
                profile.name(),
                profile.baseUrl(),
                settings(profile, provider),
                clock,
                pipeline.endpoints(profile.baseUrl()),
                tokens,
                prompt,
                listener,
                resources.renewals(),
                timeout));
    BoundedAuthenticator bounded =
        new BoundedAuthenticator(
            Objects.requireNonNull(authenticator, "no authenticator"),
            resources.renewals(),
            prompt::questions,
            ObservedWaits.in(Waiting.sleeping(), wishes.waits, profile.baseUrl().getHost()));
    return new ClientParts(
        profile.name(),
        provider.id(),
        profile.baseUrl(),
        authenticator,
        () -> bounded.credential(profile.origin(), timeout),
        pipeline.authenticated(profile.origin(), bounded),
        pipeline.relaying(profile.origin(), bounded),
        new ProfilePaging(profile),
        profile::text,
        resources,
        tokens,
        opened.isPresent() ? Optional.of(ConfiguredTokenStore.id(configuration)) : Optional.empty(),
        responses);
  }

  private Pipeline pipeline(
      ProfileSettings profile,
      ClientResources resources,
      InstantSource clock,
      KeptResponses responses) {
    return new Pipeline(
        ObservedWaits.in(resources.transport(), wishes.waits),
        timeout(),
        RetryPolicy.usual(),
        ObservedWaits.in(Pause.sleeping(), wishes.waits, profile.baseUrl().getHost()),
        clock,
        responses.caching());
  }

  /** What is configured, as far as that can be told without looking who is logged in. */
  static Configuration configuration(ApiClientBuilder wishes) {
    return configuration(wishes, TokenStore.inMemory());
  }

  /** A URL is that of the profile that would be chosen without it. */
  private static Configuration configuration(ApiClientBuilder wishes, TokenStore tokens) {
    Optional<String> chosen = wishes.profile;
    if (hasUrlForUnnamed(wishes)) {
      Configuration plain = load(wishes, wishes.properties);
      chosen = new ProfileSelection(plain, tokens).choice(chosen).map(Choice::profile);
    }
    Map<String, String> explicit = new LinkedHashMap<>(wishes.properties);
    if (wishes.baseUrl.isPresent() && chosen.isPresent()) {
      explicit.put(
          "latchkey.profiles." + chosen.get() + ".base-url", wishes.baseUrl.get().toString());
    }
    return load(wishes, explicit);
  }

  private static Configuration load(ApiClientBuilder wishes, Map<String, String> explicit) {
    return Configuration.load(wishes.options.withExplicit(explicit), FileJson.INSTANCE);
  }

  private ProfileSettings profile() {
    Optional<Choice> choice = new ProfileSelection(configuration, tokens).choice(wishes.profile);
    if (choice.isEmpty()) {
      throw configuration.undecided();
    }
    return configuration.profile(choice.get().profile());
  }

  private Settings settings(ProfileSettings profile, AuthProvider provider) {
    Settings configured = profile.settings(provider.id(), provider.settings());
    if (wishes.settings.isEmpty()) {
      return configured;
    }
    if (provider.settings().stream()
        .anyMatch(s -> s.isSecret() && wishes.settings.containsKey(s.name()))) {
      profile.requireTrustedUrl();
    }
    return new CodeSettings(wishes.settings, configured);
  }

  private static TransportLimits limits() {
    return new TransportLimits(
        CONNECT_TIMEOUT, RESPONSE_TIMEOUT, LARGEST_BODY, UserAgent.ofLibrary());
  }

  private Duration timeout() {
    Optional<String> set = configuration.text(TIMEOUT);
    return wishes.timeout.orElse(set.isPresent() ? seconds(set.get()) : DEFAULT_TIMEOUT);
  }

  private Duration seconds(String text) {
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw new AuthConfigurationException(
          TIMEOUT
              + " from "
              + configuration.source(TIMEOUT).orElse("an unknown source")
              + " is not usable: use whole seconds, such as 60.");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
