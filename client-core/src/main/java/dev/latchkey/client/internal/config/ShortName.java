package dev.latchkey.client.internal.config;

/**
 * A name that other clients of the same service use. Immutable.
 *
 * @param name such as {@code GF_URL}
 * @param property the property of the profile that it sets
 * @param appended what its value lacks at its end to be that property's value
 */
record ShortName(String name, String property, String appended) {

  static ShortName of(String name, String property) {
    return new ShortName(name, property, "");
  }

  String complete(String value) {
    if (appended.isEmpty()) {
      return value;
    }
    String stripped = value.strip();
    return (stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped)
        + appended;
  }
}
