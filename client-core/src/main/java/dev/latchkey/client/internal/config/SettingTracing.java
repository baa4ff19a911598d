package dev.latchkey.client.internal.config;

import dev.latchkey.client.internal.config.SettingTrace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Follows one property through all sources. Stateless. */
final class SettingTracing {

  private SettingTracing() {}

  /** Every source that has the property, the one that counts first. */
  static List<SettingTrace> trace(
      String property,
      Stream<SourcedValue> values,
      Function<SourcedValue, Optional<String>> objection) {
    List<SettingTrace> traces = new ArrayList<>();
    for (SourcedValue value : values.toList()) {
      Optional<String> refusal = value.problem().or(() -> objection.apply(value));
      traces.add(
          traces.isEmpty()
              ? first(property, value, refusal)
              : of(property, value, Outcome.SHADOWED, value.problem()));
    }
    return traces;
  }

  /** The same for what counts in the user's own file alone. */
  static List<SettingTrace> traceOwn(
      String property,
      List<SourcedValue> values,
      Function<SourcedValue, Optional<String>> objection) {
    Optional<String> why = Optional.of("it is read from the user's own configuration file alone");
    List<SettingTrace> traces = new ArrayList<>();
    values.stream()
        .filter(value -> value.place() != Place.USER_FILE)
        .forEach(value -> traces.add(of(property, value, Outcome.PASSED_OVER, why)));
    traces.addAll(
        trace(
            property,
            values.stream().filter(value -> value.place() == Place.USER_FILE),
            objection));
    return traces;
  }

  /** The same for values in place of which there is another. */
  static List<SettingTrace> traceShadowed(String property, List<SourcedValue> values) {
    return values.stream()
        .map(value -> of(property, value, Outcome.SHADOWED, value.problem()))
        .toList();
  }

  /** The same for a property that is not believed where anybody may have put it. */
  static List<SettingTrace> traceTrusted(String property, List<SourcedValue> values) {
    List<SettingTrace> traces = new ArrayList<>();
    for (SourcedValue value : values) {
      if (value.place().isFoundByLocation()) {
        Optional<String> why = Optional.of("anybody may have put the file there");
        traces.add(of(property, value, Outcome.PASSED_OVER, why));
      }
    }
    traces.addAll(
        trace(
            property,
            values.stream().filter(value -> !value.place().isFoundByLocation()),
            value -> Optional.empty()));
    return traces;
  }

  private static SettingTrace first(String property, SourcedValue value, Optional<String> refusal) {
    Optional<String> emptiness =
        value.text().isPresent() ? Optional.empty() : Optional.of("empty, so it counts as not set");
    return of(
        property,
        value,
        refusal.isPresent() ? Outcome.REFUSED : Outcome.USED,
        refusal.or(() -> emptiness));
  }

  private static SettingTrace of(
      String property, SourcedValue value, Outcome outcome, Optional<String> reason) {
    return new SettingTrace(property, value.origin(), value.file(), outcome, reason);
  }
}
