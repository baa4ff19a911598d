package dev.latchkey.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.auth.AuthCall;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.StoredToken;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No type of any module can be made to give a secret away by what Java does with all types. */
class SecretHoldersTest {

  private static final Set<String> SECRETS =
      Arrays.stream(
              new Class<?>[] {
                Secret.class,
                Credential.class,
                StoredToken.class,
                CreatedApiKey.class,
                AuthCall.class,
                AuthReply.class
              })
          .map(Class::getName)
          .collect(Collectors.toUnmodifiableSet());

  private static final DescribedPredicate<JavaClass> HOLD_SECRETS =
      describe(
          "have fields of secrets, or of what holds them",
          type ->
              type.getAllFields().stream()
                  .flatMap(field -> field.getAllInvolvedRawTypes().stream())
                  .anyMatch(held -> SECRETS.contains(held.getBaseComponentType().getName())));

  private static final JavaClasses LIBRARY =
      Rooms.of(Rooms.API, Rooms.API_KEY, Rooms.SLIDING_JWT, Rooms.CLIENT);

  @Test
  void areNeitherSerializableNorThrown() {
    Rooms.check(
        noClasses().that(HOLD_SECRETS).should().beAssignableTo(Serializable.class), Rooms.all());
  }

  @Test
  void areNoRecordsWhereOthersSeeThem() {
    Rooms.check(noClasses().that(HOLD_SECRETS).and().arePublic().should().beRecords(), LIBRARY);
  }

  @Test
  void nothingButFailuresAndConstantsIsSerializable() {
    Rooms.check(
        noClasses()
            .that(DescribedPredicate.not(assignableTo(Throwable.class)))
            .and()
            .areNotEnums()
            .should()
            .beAssignableTo(Serializable.class),
        LIBRARY);
  }
}
