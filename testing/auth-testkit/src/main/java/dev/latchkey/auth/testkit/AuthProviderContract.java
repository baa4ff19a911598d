package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.AuthUnavailableException;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.auth.Login;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.OriginMismatchException;
import dev.latchkey.auth.Rejection;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.TokenLifecycle;
import dev.latchkey.auth.Verdict;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The rules every provider keeps. A provider's test class implements the three methods and inherits
 * the tests; their names are the rules.
 */
public interface AuthProviderContract {

  /** {@return a new instance of the provider under test} */
  AuthProvider provider();

  /**
   * {@return a new context in which the provider can give a credential: settings set, and an
   * exchange that answers its calls}
   */
  FakeContext usableContext();

  /**
   * {@return every secret that stands in the settings or the answers of {@link #usableContext()}}
   */
  Set<String> secrets();

  /** The id is lower-case letters, digits and hyphens, and every instance has the same. */
  @Test
  default void hasStableLowerCaseId() {
    assertThat(provider().id()).matches("[a-z][a-z0-9-]*").isEqualTo(provider().id());
  }

  /** The description is one line. */
  @Test
  default void describesItselfInOneLine() {
    assertThat(provider().description()).isNotBlank().doesNotContain("\n");
  }

  /**
   * The class is public, with a public constructor without arguments.
   *
   * @throws NoSuchMethodException when it is not
   */
  @Test
  default void hasPublicConstructorWithoutArguments() throws NoSuchMethodException {
    Class<?> type = provider().getClass();
    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
  }

  /** The service loader finds it, once. */
  @Test
  default void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(AuthProvider.class).stream().map(ServiceLoader.Provider::type))
        .filteredOn(type -> type.equals(provider().getClass()))
        .hasSize(1);
  }

  /** Every setting is described, once. */
  @Test
  default void describesEachSettingOnce() {
    List<Setting> settings = provider().settings();
    assertThat(settings).isNotEmpty().allSatisfy(s -> assertThat(s.meaning()).isNotBlank());
    assertThat(new HashSet<>(settings.stream().map(Setting::name).toList()))
        .hasSameSizeAs(settings);
  }

  /** Making an authenticator calls no server and asks nobody. */
  @Test
  default void makesAnAuthenticatorWithoutCallingAnybody() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      assertThat(authenticator.status()).isNotNull();
    }
    assertThat(context.exchange().calls()).isEmpty();
  }

  /** The same credential is handed out until it is replaced. */
  @Test
  default void handsOutTheSameCredentialAgain() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      Credential first = authenticator.credential(context.origin());
      List<String> calls = context.exchange().calls();
      assertThat(authenticator.credential(context.origin())).isSameAs(first);
      assertThat(authenticator.credentialAsync(context.origin()).toCompletableFuture())
          .succeedsWithin(Duration.ofSeconds(10))
          .isSameAs(first);
      assertThat(context.exchange().calls()).isEqualTo(calls);
    }
  }

  /**
   * Many callers at once get one credential.
   *
   * @throws Exception when one of them fails
   */
  @Test
  default void givesManyCallersOneCredential() throws Exception {
    FakeContext context = usableContext();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try (Authenticator authenticator = provider().create(context)) {
      Callable<Credential> call = () -> authenticator.credential(context.origin());
      Set<Long> generations = new HashSet<>();
      for (Future<Credential> future : threads.invokeAll(Collections.nCopies(64, call))) {
        generations.add(future.get(10, TimeUnit.SECONDS).generation());
      }
      assertThat(generations).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  /** No other origin gets a credential, not even over another port or scheme. */
  @Test
  default void refusesEveryOtherOrigin() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      for (String url :
          List.of("http://service.test/", "https://service.test:444/", "https://evil.test/")) {
        Origin other = Origin.of(URI.create(url));
        assertThatExceptionOfType(OriginMismatchException.class)
            .isThrownBy(() -> authenticator.credential(other));
        assertThat(authenticator.credentialAsync(other).toCompletableFuture())
            .failsWithin(Duration.ofSeconds(10))
            .withThrowableThat()
            .withCauseInstanceOf(OriginMismatchException.class);
      }
    }
    assertThat(context.exchange().calls()).isEmpty();
  }

  /** Without anything to authenticate with, it fails when asked for a credential, not before. */
  @Test
  default void saysThatNothingIsConfiguredOnlyWhenACredentialIsNeeded() {
    FakeContext context = new FakeContext();
    try (Authenticator authenticator = provider().create(context)) {
      assertThatExceptionOfType(CredentialMissingException.class)
          .isThrownBy(() -> authenticator.credential(context.origin()))
          .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }
    assertThat(context.exchange().calls()).isEmpty();
  }

  /** A refusal of a credential that was replaced meanwhile is answered with the new one. */
  @Test
  default void answersTheRejectionOfAReplacedCredentialWithTheNewOne() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      Credential current = authenticator.credential(context.origin());
      Credential old =
          Credential.of(current.placement(), current.secret(), current.generation() - 1);
      List<String> calls = context.exchange().calls();
      assertThat(authenticator.rejected(old, notValid())).isEqualTo(Verdict.RETRY_WITH_NEW);
      assertThat(context.exchange().calls()).isEqualTo(calls);
      assertThat(authenticator.credential(context.origin())).isSameAs(current);
    }
  }

  /** A refusal that is not about the credential changes nothing. */
  @Test
  default void takesOnlyStatus401ForARejection() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      Credential current = authenticator.credential(context.origin());
      for (int status : new int[] {403, 404, 429, 500, 503}) {
        assertThat(
                authenticator.rejected(
                    current, new Rejection(status, Optional.empty(), Optional.empty())))
            .isEqualTo(Verdict.FINAL);
      }
      assertThat(authenticator.credential(context.origin())).isSameAs(current);
    }
  }

  /** Nothing that can be printed holds a secret. */
  @Test
  default void printsNoSecret() {
    FakeContext context = usableContext();
    try (Authenticator authenticator = provider().create(context)) {
      Credential credential = authenticator.credential(context.origin());
      assertThat(
              List.of(
                  authenticator.toString(),
                  authenticator.status().toString(),
                  credential.toString(),
                  provider().toString(),
                  context.exchange().callsInFull().toString()))
          .allSatisfy(text -> assertThat(secrets()).noneMatch(text::contains));
    }
  }

  /** No failure of the server puts a secret into an error. */
  @Test
  default void failsWithoutASecretWhenTheServerFails() {
    FakeContext context = usableContext();
    context
        .exchange()
        .answer(
            call -> {
              throw new AuthUnavailableException("The test server is down.", null);
            });
    try (Authenticator authenticator = provider().create(context)) {
      authenticator.credential(context.origin());
    } catch (AuthException e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        String text = t.toString();
        assertThat(secrets()).noneMatch(text::contains);
      }
    }
  }

  /** Who has an optional ability is tested by the contract of that ability, too. */
  @Test
  default void isTestedForEachOfItsAbilities() {
    try (Authenticator authenticator = provider().create(usableContext())) {
      assertThat(this instanceof LoginContract).isEqualTo(authenticator instanceof Login);
      assertThat(this instanceof TokenLifecycleContract)
          .isEqualTo(authenticator instanceof TokenLifecycle);
      assertThat(this instanceof ApiKeysContract).isEqualTo(authenticator instanceof ApiKeys);
    }
  }

  /** Closing twice is the same as closing once. */
  @Test
  default void canBeClosedTwice() {
    Authenticator authenticator = provider().create(usableContext());
    authenticator.close();
    assertThatNoException().isThrownBy(authenticator::close);
  }

  private static Rejection notValid() {
    return new Rejection(401, Optional.empty(), Optional.of("token_not_valid"));
  }
}
