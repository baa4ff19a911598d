package dev.latchkey.auth.slidingjwt;

import static dev.latchkey.auth.slidingjwt.SlidingFixture.NOT_VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.OriginMismatchException;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakeContext;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two users of two services share one store: nobody is ever given another's token. */
class SeparationTest {

  private final TokenStore tokens = TokenStore.inMemory();
  private final List<Party> parties = new ArrayList<>();

  SeparationTest() {
    for (String host : new String[] {"one.test", "other.test"}) {
      for (String user : new String[] {"Webin-1", "Webin-2"}) {
        parties.add(new Party(URI.create("https://" + host + "/api/"), user));
      }
    }
  }

  @AfterEach
  void close() {
    parties.forEach(party -> party.authenticator.close());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void givesEveryoneTheirOwnTokenWhateverHappens(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 2_000; step++) {
      parties.get(random.nextInt(parties.size())).act(random.nextInt(7));
      if (random.nextInt(10) == 0) {
        Duration time = Duration.ofMinutes(random.nextInt(120));
        parties.forEach(party -> party.context.clock().advance(time));
      }
    }
    parties.forEach(Party::assertOwn);
    for (Party party : parties) {
      assertThat(party.sentTokens()).isNotEmpty().isSubsetOf(party.issued);
    }
  }

  @Test
  void givesATokenToItsOwnServiceAlone() {
    Party party = parties.get(0);
    Origin other = parties.get(2).context.origin();
    party.assertOwn();
    assertThatExceptionOfType(OriginMismatchException.class)
        .isThrownBy(() -> party.authenticator.credential(other));
  }

  /** One user of one service, whose server knows which tokens it has issued. */
  private final class Party {

    private final FakeContext context = new FakeContext();
    private final Set<String> issued = new HashSet<>();
    private final String user;
    private SlidingJwtAuthenticator authenticator;

    private Party(URI baseUrl, String user) {
      this.user = user;
      SlidingServer server =
          new SlidingServer(context.clock(), Duration.ofHours(1), Duration.ofHours(3));
      context
          .withBaseUrl(baseUrl)
          .withTokens(tokens)
          .withSettings(Map.of("username", user, "password", SlidingServer.PASSWORD))
          .exchange()
          .answer(
              call -> {
                AuthReply reply = server.apply(call);
                reply.text("token").ifPresent(issued::add);
                return reply;
              });
      authenticator = open();
    }

    private SlidingJwtAuthenticator open() {
      return (SlidingJwtAuthenticator) new SlidingJwtProvider().create(context);
    }

    private void act(int action) {
      switch (action) {
        case 0 -> authenticator.login();
        case 1 -> authenticator.logout();
        case 2 -> authenticator.rejected(authenticator.credential(context.origin()), NOT_VALID);
        case 3 -> authenticator.status();
        case 4 -> reopen();
        default -> assertOwn();
      }
    }

    private void reopen() {
      authenticator.close();
      authenticator = open();
    }

    private void assertOwn() {
      Credential credential = authenticator.credential(context.origin());
      assertThat(issued).contains(credential.secret().reveal());
      assertThat(SlidingServer.user(credential.secret().reveal())).isEqualTo(user);
      assertThat(authenticator.status().identity()).contains(user);
    }

    private List<String> sentTokens() {
      return context.exchange().callsInFull().stream()
          .map(AuthCall::fields)
          .filter(fields -> fields.get("token") instanceof Secret)
          .map(fields -> ((Secret) fields.get("token")).reveal())
          .toList();
    }
  }
}
