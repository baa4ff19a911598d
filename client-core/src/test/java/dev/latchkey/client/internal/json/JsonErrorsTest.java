package dev.latchkey.client.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.auth.Secret;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No error repeats what was read, since that may hold a secret. */
class JsonErrorsTest {

  private static final String CANARY = "canary-7f3a91";

  private record Study(String accession, int samples) {

    Study {
      if (samples < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  /** Does what a module of a caller does for its records. */
  @BeforeAll
  static void openThisPackage() {
    ModuleLayer.boot()
        .findModule("com.google.gson")
        .ifPresent(
            gson ->
                JsonErrorsTest.class
                    .getModule()
                    .addOpens(JsonErrorsTest.class.getPackageName(), gson));
  }

  private static void assertThatErrorHidesTheText(String text, Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parseAs(text, type))
        .satisfies(
            e -> {
              for (Throwable t = e; t != null; t = t.getCause()) {
                assertThat(t.toString()).doesNotContain(CANARY);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CANARY,
        "{\"" + CANARY + "\":",
        "{\"token\":\"" + CANARY + "\"",
        "{\"token\":\"" + CANARY + "\"} " + CANARY,
        "{\"" + CANARY + "\":1,\"" + CANARY + "\":2}",
        "\"" + CANARY + "\\q\"",
        "<html>" + CANARY
      })
  void saysThatATextIsNoJsonWithoutQuotingIt(String text) {
    assertThatErrorHidesTheText(text, Object.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"" + CANARY + "\"",
        "[\"" + CANARY + "\"]",
        "{\"accession\":{\"" + CANARY + "\":1}}",
        "{\"accession\":\"x\",\"samples\":\"" + CANARY + "\"}",
        "{\"accession\":\"" + CANARY + "\",\"samples\":1.5}",
        "{\"accession\":\"" + CANARY + "\",\"accession\":\"" + CANARY + "\"}",
        "{\"accession\":\"" + CANARY + "\",\"samples\":-1}"
      })
  void saysThatATextDoesNotFitAClassWithoutQuotingIt(String text) {
    assertThatErrorHidesTheText(text, Study.class);
  }

  @Test
  void namesTheClassThatATextDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parseAs("[]", Study.class))
        .withMessageContaining("Study");
  }

  @Test
  void readsNoSecretByAccident() {
    assertThatErrorHidesTheText("\"" + CANARY + "\"", Secret.class);
  }

  @Test
  void fillsARecordThatFits() {
    assertThat(Json.parseAs("{\"accession\":\"MGYS1\",\"samples\":2,\"x\":[]}", Study.class))
        .isEqualTo(new Study("MGYS1", 2));
  }

  @Test
  void keepsTheErrorOfABadTextShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.parseAs("{".repeat(1_000), Map.class))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }
}
