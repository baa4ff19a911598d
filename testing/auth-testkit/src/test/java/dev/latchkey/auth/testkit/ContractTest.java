package dev.latchkey.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.auth.AuthProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract accepts a correct provider, and finds exactly what is wrong with a broken one. */
class ContractTest {

  @Test
  void acceptsAProviderThatKeepsEveryRule() {
    assertThat(new ToyContract(ToyProvider.class).brokenRules()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("brokenProviders")
  void findsTheOneRuleThatABrokenProviderBreaks(Class<? extends AuthProvider> type, String rule) {
    assertThat(new ToyContract(type).brokenRules()).containsExactly(rule);
  }

  static Stream<Arguments> brokenProviders() {
    return Stream.of(
        arguments(MisdescribedProviders.Shouting.class, "hasStableLowerCaseId"),
        arguments(MisdescribedProviders.Fickle.class, "hasStableLowerCaseId"),
        arguments(MisdescribedProviders.Talkative.class, "describesItselfInOneLine"),
        arguments(MisdescribedProviders.Repetitive.class, "describesEachSettingOnce"),
        arguments(MisdescribedProviders.Terse.class, "describesEachSettingOnce"),
        arguments(MisdescribedProviders.Hidden.class, "hasPublicConstructorWithoutArguments"),
        arguments(MisdescribedProviders.Unlisted.class, "isFoundByTheServiceLoader"),
        arguments(MisbehavingProviders.Curious.class, "makesAnAuthenticatorWithoutCallingAnybody"),
        arguments(MisbehavingProviders.Wasteful.class, "handsOutTheSameCredentialAgain"),
        arguments(MisbehavingProviders.Crowded.class, "givesManyCallersOneCredential"),
        arguments(MisbehavingProviders.Credulous.class, "refusesEveryOtherOrigin"),
        arguments(MisbehavingProviders.CredulousLater.class, "refusesEveryOtherOrigin"),
        arguments(
            MisbehavingProviders.Inventive.class,
            "saysThatNothingIsConfiguredOnlyWhenACredentialIsNeeded"),
        arguments(
            MisbehavingProviders.Resigned.class,
            "answersTheRejectionOfAReplacedCredentialWithTheNewOne"),
        arguments(MisbehavingProviders.Panicky.class, "takesOnlyStatus401ForARejection"),
        arguments(MisbehavingProviders.Indiscreet.class, "printsNoSecret"),
        arguments(MisbehavingProviders.Indignant.class, "failsWithoutASecretWhenTheServerFails"),
        arguments(MisbehavingProviders.Accomplished.class, "isTestedForEachOfItsAbilities"),
        arguments(MisbehavingProviders.Fragile.class, "canBeClosedTwice"));
  }

  @Test
  void hasNoRuleThatNoProviderBreaks() {
    assertThat(brokenProviders().map(arguments -> arguments.get()[1]).collect(Collectors.toSet()))
        .isEqualTo(ToyContract.RULES.names());
  }

  @Test
  void hasEveryRuleInTheGuideForAuthors() throws IOException {
    String root = System.getProperty("reactor.root", "../..");
    String guide = Files.readString(Path.of(root, "docs", "writing-a-provider.md"));
    assertThat(ToyContract.RULES.names()).allSatisfy(rule -> assertThat(guide).contains(rule));
  }
}
