package dev.latchkey.client;

import dev.latchkey.auth.AuthEvent;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.ClockWitness;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.client.Diagnosis.Client;
import dev.latchkey.client.Diagnosis.Source;
import dev.latchkey.client.Diagnosis.Tokens;
import dev.latchkey.client.Diagnosis.Value;
import dev.latchkey.client.internal.config.Configuration;
import dev.latchkey.client.internal.config.ProfileSettings;
import dev.latchkey.client.internal.config.SettingTrace;
import dev.latchkey.client.internal.config.SourceTrace;
import dev.latchkey.client.internal.provider.ProviderFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks at what a client would be opened with, and goes on where something is wrong. Used once. */
final class Examination {

  private final ApiClientBuilder wishes;
  private final Set<String> problems = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private ProfileList profiles = new ProfileList(List.of(), Optional.empty(), Optional.empty());
  private List<String> advice = List.of();
  private Optional<Tokens> tokens = Optional.empty();
  private Optional<Client> client = Optional.empty();

  Examination(ApiClientBuilder wishes) {
    this.wishes = wishes;
  }

  Diagnosis run() {
    attempt(
        () -> {
          Configuration configuration = ClientAssembly.configuration(wishes);
          examine(configuration);
          examine(new ClientAssembly(wishes, this::note));
        });
    notes.removeAll(problems);
    return new Diagnosis(
        profiles, sources, values, tokens, client, List.copyOf(problems), List.copyOf(notes));
  }

  private void examine(Configuration configuration) {
    configuration.tried().forEach(this::add);
    notes.addAll(configuration.notes());
    configuration.trace().forEach(trace -> add(trace, setting -> false));
  }

  private void examine(ClientAssembly assembly) {
    TokenStore store = assembly.tokens();
    String location = store.location();
    String id =
        wishes.tokens.isPresent() ? "code" : ConfiguredTokenStore.id(assembly.configuration());
    tokens = Optional.of(new Tokens(id, location, FileAccess.below(location)));
    if (wishes.tokens.isEmpty()) {
      ConfiguredTokenStore.probe(assembly.configuration(), wishes, this::note);
    }
    profiles = new ProfileCatalog(assembly.configuration()).list(wishes.profile, store);
    profiles.problem().ifPresent(problems::add);
    profiles.choice().ifPresent(choice -> trace(assembly.configuration(), choice.profile()));
    attempt(
        () -> {
          Client opened = client(assembly.parts());
          client = Optional.of(opened);
          ClientProblems.of(opened, advice).forEach(problems::add);
        });
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (AuthException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private void trace(Configuration configuration, String name) {
    attempt(() -> trace(configuration.profile(name)));
  }

  private void trace(ProfileSettings profile) {
    Optional<AuthProvider> provider = provider(profile);
    String id = provider.map(AuthProvider::id).orElse("");
    List<Setting> declared = provider.map(Examination::declared).orElse(List.of());
    List<SettingTrace> traces = profile.trace(id, declared);
    Set<String> secrets =
        declared.stream()
            .filter(Setting::isSecret)
            .map(setting -> id + "." + setting.name())
            .collect(Collectors.toSet());
    traces.forEach(trace -> add(trace, secrets::contains));
    Set<String> set =
        traces.stream()
            .filter(trace -> trace.outcome() == SettingTrace.Outcome.USED)
            .map(
                trace ->
                    trace
                        .setting()
                        .replaceFirst("^[^.]*[.]", "")
                        .replaceFirst("-(command|keyring)$", ""))
            .collect(Collectors.toSet());
    advice = CredentialAdvice.of(declared, set, name -> profile.nameForUsers(id + "." + name));
  }

  private static List<Setting> declared(AuthProvider provider) {
    try {
      return List.copyOf(provider.settings());
    } catch (RuntimeException | LinkageError e) {
      throw ProviderFailure.of(provider.id(), e);
    }
  }

  private Optional<AuthProvider> provider(ProfileSettings profile) {
    try {
      return Optional.of(ClientAssembly.provider(wishes, profile));
    } catch (AuthException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Client client(ClientParts parts) {
    try {
      AuthStatus status = Objects.requireNonNull(parts.authenticator().status(), "no status");
      Optional<Duration> ahead =
          parts.authenticator() instanceof ClockWitness witness
              ? witness.serverAhead()
              : Optional.empty();
      return new Client(parts.profile(), parts.baseUrl(), parts.providerId(), status, ahead);
    } catch (RuntimeException | LinkageError e) {
      throw ProviderFailure.of(parts.providerId(), e);
    } finally {
      parts.close();
    }
  }

  private void add(SourceTrace trace) {
    boolean isRefused = trace.state() == SourceTrace.State.REFUSED;
    sources.add(
        new Source(
            trace.source(),
            trace.file(),
            trace.file().flatMap(FileAccess::of),
            lower(trace.state()),
            trace.reason()));
    trace.reason().filter(reason -> isRefused).ifPresent(problems::add);
  }

  private void add(SettingTrace trace, Predicate<String> isSecret) {
    boolean secret = isSecret.test(trace.setting());
    values.add(
        new Value(trace.setting(), secret, trace.source(), lower(trace.outcome()), trace.reason()));
    if (trace.outcome() == SettingTrace.Outcome.REFUSED) {
      trace.reason().ifPresent(problems::add);
    }
    trace
        .file()
        .filter(file -> secret && FileAccess.isReadableByOthers(file))
        .ifPresent(
            file ->
                problems.add(
                    file
                        + " holds a secret, and others may read it. Fix it with: chmod 600 "
                        + file));
  }

  private void note(AuthEvent event) {
    if (event.kind() == AuthEvent.Kind.DEGRADED) {
      problems.add(event.detail());
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
