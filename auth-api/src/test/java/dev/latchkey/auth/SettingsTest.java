package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are read where an implementation gives no more than their text. */
class SettingsTest {

  private static final Duration ABSENT = Duration.ofSeconds(7);

  private static Settings of(String value) {
    return new MapSettings(Map.of("timeout", value));
  }

  @Test
  void givesTheDefaultForWhatIsNotSet() {
    Settings settings = new MapSettings(Map.of());
    assertThat(settings.text("timeout", "x")).isEqualTo("x");
    assertThat(settings.duration("timeout", ABSENT)).isEqualTo(ABSENT);
    assertThat(settings.isOn("timeout")).isFalse();
    assertThat(settings.nameForUsers("timeout")).isEqualTo("timeout");
  }

  @Test
  void givesWhatIsSetInPlaceOfTheDefault() {
    assertThat(of("y").text("timeout", "x")).isEqualTo("y");
  }

  @ParameterizedTest
  @CsvSource({
    "30, PT30S",
    "' 30 ', PT30S",
    "0030, PT30S",
    "PT30S, PT30S",
    "pt1m, PT1M",
    "PT0.5S, PT0.5S",
    "P1D, PT24H",
    "PT1M30S, PT90S"
  })
  void readsADurationInSecondsOrAsIso8601(String value, Duration expected) {
    assertThat(of(value).duration("timeout", ABSENT)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "PT0S",
        "PT-5S",
        "-PT5S",
        "-5",
        "1.5",
        "30s",
        "soon",
        " ",
        "99999999999999999999"
      })
  void refusesWhatIsNoPositiveDuration(String value) {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> of(value).duration("timeout", ABSENT))
        .withMessageContaining("Setting 'timeout' from test map is not usable: use ");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "True, true", "false, false", "FALSE, false"})
  void readsASwitchInAnyCase(String value, boolean on) {
    assertThat(of(value).isOn("timeout")).isEqualTo(on);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "on", "tru", "trüe"})
  void refusesWhatIsNoSwitch(String value) {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> of(value).isOn("timeout"))
        .withMessage("Setting 'timeout' from test map is not usable: use true or false.");
  }

  @Test
  void namesNoSourceWhereThereIsNone() {
    assertThat(new MapSettings(Map.of()).invalid("timeout", "set it"))
        .hasMessage("Setting 'timeout' is not usable: set it.");
  }

  @Test
  void repeatsNoValueInAnError() {
    assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(() -> of("canary").duration("timeout", ABSENT))
        .withMessageNotContaining("canary")
        .withNoCause();
  }

  private record MapSettings(Map<String, String> values) implements Settings {

    @Override
    public Optional<String> text(String name) {
      return Optional.ofNullable(values.get(name));
    }

    @Override
    public Optional<Secret> token(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Secret> password(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> source(String name) {
      return text(name).map(value -> "test map");
    }
  }
}
