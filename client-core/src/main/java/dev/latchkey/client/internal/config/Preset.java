package dev.latchkey.client.internal.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A service known from the start. Holds no secret. Immutable.
 *
 * @param name the preset, and the profile of the same name
 * @param values by property of the profile
 * @param shortNames what sets values of the profile of the same name
 */
record Preset(String name, Map<String, String> values, List<ShortName> shortNames) {

  private static final Preset MGNIFY =
      new Preset(
          "mgnify",
          Map.of(
              "base-url", "https://www.ebi.ac.uk/metagenomics/api/v2/",
              "provider", "sliding-jwt",
              "paging", "page"),
          List.of(
              ShortName.of("MG_USER", "sliding-jwt.username"),
              ShortName.of("MG_PASSWORD", "sliding-jwt.password")));

  private static final Preset GOFIGR =
      new Preset(
          "gofigr",
          Map.ofEntries(
              Map.entry("base-url", "https://api.gofigr.io/api/v1.4.1/"),
              Map.entry("provider", "api-key"),
              Map.entry("paging", "none"),
              Map.entry("api-key.header", "Authorization"),
              Map.entry("api-key.scheme", "Token"),
              Map.entry("api-key.token-path", "/api/token/"),
              Map.entry("api-key.refresh-path", "/api/token/refresh/"),
              Map.entry("api-key.info-path", "info/"),
              Map.entry("api-key.keys-path", "api_key/"),
              Map.entry("token-variable", "GF_API_KEY"),
              Map.entry("url-variable", "GF_URL"),
              Map.entry("url-variable-end", "/api/v1.4.1/")),
          List.of(
              ShortName.of("GF_API_KEY", "api-key.key"),
              ShortName.of("GF_USERNAME", "api-key.username"),
              ShortName.of("GF_PASSWORD", "api-key.password"),
              new ShortName("GF_URL", "base-url", "/api/v1.4.1/"),
              ShortName.of("GF_WORKSPACE_ID", "workspace"),
              ShortName.of("GF_WORKSPACE", "workspace")));

  static final List<Preset> ALL = List.of(GOFIGR, MGNIFY);

  private static final Set<String> SHORT_NAMES = allShortNames();

  private static Set<String> allShortNames() {
    Set<String> names = new HashSet<>();
    for (Preset preset : ALL) {
      for (ShortName own : preset.shortNames) {
        names.add(own.name());
      }
    }
    return names;
  }

  static boolean isShortName(String name) {
    return SHORT_NAMES.contains(name);
  }

  static Optional<Preset> named(String name) {
    for (Preset preset : ALL) {
      if (preset.name.equals(name)) {
        return Optional.of(preset);
      }
    }
    return Optional.empty();
  }

  static Optional<Preset> ofShortName(String name) {
    for (Preset preset : ALL) {
      for (ShortName own : preset.shortNames) {
        if (own.name().equals(name)) {
          return Optional.of(preset);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a short name sets what belongs to neither credentials nor where they go. */
  static boolean isOfProfileAlone(String name) {
    return ALL.stream()
        .flatMap(preset -> preset.shortNames.stream())
        .anyMatch(own -> own.name().equals(name) && own.property().equals("workspace"));
  }

  static String names() {
    return ALL.stream().map(Preset::name).collect(Collectors.joining(", "));
  }

  List<ShortName> shortNamesOf(String property) {
    List<ShortName> names = new ArrayList<>();
    for (ShortName own : shortNames) {
      if (own.property().equals(property)) {
        names.add(own);
      }
    }
    return names;
  }

  PlacedSource source() {
    return PlacedSource.inMemory(Place.PRESET, name, values);
  }
}
