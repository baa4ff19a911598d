package dev.latchkey.client.internal.config;

import dev.latchkey.client.internal.config.SettingTrace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Follows one property through all sources. Stateless. */
final class SettingTracing {

  private SettingTracing() {}

  /** Every source that has the property, the one that counts first. */
  static List<SettingTrace> trace(
      ProfileLookup lookup, String property, Function<SourcedValue, Optional<String>> objection) {
    List<SettingTrace> traces = new ArrayList<>();
    for (SourcedValue value : lookup.all(property).toList()) {
      Optional<String> refusal = value.problem().or(() -> objection.apply(value));
      traces.add(
          traces.isEmpty()
              ? first(property, value, refusal)
              : new SettingTrace(property, value.origin(), Outcome.SHADOWED, value.problem()));
    }
    return traces;
  }

  private static SettingTrace first(String property, SourcedValue value, Optional<String> refusal) {
    Optional<String> emptiness =
        value.text().isPresent() ? Optional.empty() : Optional.of("empty, so it counts as not set");
    return new SettingTrace(
        property,
        value.origin(),
        refusal.isPresent() ? Outcome.REFUSED : Outcome.USED,
        refusal.or(() -> emptiness));
  }
}
