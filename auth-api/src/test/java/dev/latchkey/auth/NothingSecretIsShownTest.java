package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No type of the package shows a secret that it holds, by whatever way Java shows things. */
class NothingSecretIsShownTest {

  private static final String CANARY = "canary-7f3a91";
  private static final Secret SECRET = Secret.token(CANARY, "test");
  private static final TokenKey KEY = new TokenKey(URI.create("https://service.test/"), "alice");
  private static final Credential CREDENTIAL =
      Credential.of(new Placement.Header("Authorization", "Bearer"), SECRET, 1);
  private static final ApiKey API_KEY =
      new ApiKey(
          "id-1", "laptop", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final List<Object> HOLDERS =
      List.of(
          SECRET,
          CREDENTIAL,
          new StoredToken(KEY, SECRET),
          new CreatedApiKey(API_KEY, SECRET),
          AuthCall.post("token", Map.of("password", CANARY)).withCredential(CREDENTIAL),
          AuthReply.of(200, Map.of("token", CANARY)));

  @Test
  void holdersOfSecretsPrintNone() {
    assertThat(HOLDERS)
        .allSatisfy(
            holder -> {
              assertThat(holder.toString()).doesNotContain(CANARY);
              assertThat("%s".formatted(Optional.of(holder))).doesNotContain(CANARY);
            });
  }

  @Test
  void holdersOfSecretsSayWhatTheyAreInstead() {
    assertThat(HOLDERS)
        .map(Object::toString)
        .containsExactly(
            "****",
            "Credential[Header[name=Authorization, scheme=Bearer], generation 1, secret ****]",
            "StoredToken[TokenKey[baseUrl=https://service.test/, user=alice], token ****]",
            "CreatedApiKey[" + API_KEY + ", secret ****]",
            "POST token",
            "AuthReply[status 200]");
  }

  @Test
  void everyTypeThatMayHoldASecretIsAmongThoseTestedHere() {
    assertThat(holders())
        .containsExactlyInAnyOrderElementsOf(
            HOLDERS.stream().<Class<?>>map(Object::getClass).toList());
  }

  @Test
  void noTypeThatMayHoldASecretIsARecordOrSerializable() {
    assertThat(holders())
        .allSatisfy(
            type -> {
              assertThat(type.isRecord()).as("%s is a record", type).isFalse();
              assertThat(Serializable.class.isAssignableFrom(type)).as("%s", type).isFalse();
            });
  }

  @Test
  void noExceptionHoldsASecret() {
    assertThat(PublicTypes.all())
        .filteredOn(Throwable.class::isAssignableFrom)
        .hasSizeGreaterThan(5)
        .doesNotContainAnyElementsOf(holders());
  }

  /** The types with a field that is a secret, may be one, or is itself such a type. */
  private static Set<Class<?>> holders() {
    Set<Class<?>> holders = new LinkedHashSet<>(Set.of(Secret.class));
    while (holders.addAll(
        PublicTypes.all().stream().filter(type -> holdsOneOf(type, holders)).toList())) {
      // Another round finds the holders of those holders.
    }
    return holders;
  }

  private static boolean holdsOneOf(Class<?> type, Set<Class<?>> holders) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .anyMatch(field -> mayBe(field, Object.class) || mentions(field, holders));
  }

  private static boolean mentions(Field field, Set<Class<?>> holders) {
    return holders.stream().anyMatch(holder -> mayBe(field, holder));
  }

  private static boolean mayBe(Field field, Class<?> type) {
    List<String> names = List.of(field.getGenericType().getTypeName().split("[<>,\\[\\] ]+"));
    return names.contains(type.getName());
  }
}
