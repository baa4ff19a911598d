package dev.latchkey.client.internal.config;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of properties, and how they are spelled in an environment. Stateless. */
final class PropertyNames {

  private static final String OWN = "latchkey";

  static final String PROFILES = "latchkey.profiles.";

  private PropertyNames() {}

  static String inProfile(String profile, String property) {
    return PROFILES + profile + "." + property;
  }

  /** The spellings that MicroProfile Config, section 5.3.1, tries in this order. */
  static Set<String> spellings(String property) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(property);
    spellings.add(underscored(property));
    spellings.add(inEnvironment(property));
    return spellings;
  }

  static String inEnvironment(String property) {
    return underscored(property).toUpperCase(Locale.ROOT);
  }

  /** Leaves out what belongs to others: it is nobody's business here. */
  static Map<String, String> own(Map<String, String> values) {
    Map<String, String> own = new HashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (isOwn(value.getKey())) {
        own.put(value.getKey(), value.getValue());
      }
    }
    return own;
  }

  static boolean isOwn(String name) {
    boolean isOurs =
        name.regionMatches(true, 0, OWN, 0, OWN.length()) && name.length() > OWN.length();
    return (isOurs && (name.charAt(OWN.length()) == '.' || name.charAt(OWN.length()) == '_'))
        || Preset.isShortName(name);
  }

  /** The profile that a dotted name belongs to. */
  static Optional<String> profileOf(String name) {
    Matcher matcher = Shape.IN_PROFILE.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The profile that a name brings into being, because it says where the service is. */
  static Optional<String> profileDefinedBy(String name) {
    Matcher dotted = Shape.IN_PROFILE.matcher(name);
    if (dotted.matches()) {
      String property = dotted.group(2);
      boolean defines = property.equals("base-url") || property.equals("preset");
      return defines ? Optional.of(dotted.group(1)) : Optional.empty();
    }
    Matcher mapped = Shape.DEFINING_IN_ENVIRONMENT.matcher(name);
    return mapped.matches()
        ? Optional.of(mapped.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
        : Optional.empty();
  }

  private static String underscored(String property) {
    StringBuilder name = new StringBuilder(property);
    for (int i = 0; i < name.length(); i++) {
      if (!isLetterOrDigit(name.charAt(i))) {
        name.setCharAt(i, '_');
      }
    }
    return name.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Apart, because whoever names a profile needs none of it. */
  private static final class Shape {

    static final Pattern IN_PROFILE =
        Pattern.compile("latchkey\\.profiles\\.([A-Za-z0-9_-]+)\\.(.+)");
    static final Pattern DEFINING_IN_ENVIRONMENT =
        Pattern.compile("LATCHKEY_PROFILES_([A-Z0-9_]+)_(?:BASE_URL|PRESET)");
  }
}
