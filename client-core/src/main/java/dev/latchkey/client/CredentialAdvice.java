package dev.latchkey.client;

import dev.latchkey.auth.Setting;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to set for a provider that has no credential. Stateless. */
final class CredentialAdvice {

  /** Whose password it is, where a provider reads one. */
  private static final String USER = "username";

  private CredentialAdvice() {}

  /**
   * Names, for each secret that would do, all that is still to be set.
   *
   * @param declared the settings that the provider reads
   * @param set the names of those that are set
   * @param nameForUsers what users call a setting
   * @return such as {@code GF_API_KEY} and {@code GF_USERNAME and GF_PASSWORD}
   */
  static List<String> of(
      List<Setting> declared, Set<String> set, UnaryOperator<String> nameForUsers) {
    return declared.stream()
        .filter(Setting::isSecret)
        .map(secret -> missing(needed(secret, declared), set))
        .map(names -> names.stream().map(nameForUsers).collect(Collectors.joining(" and ")))
        .toList();
  }

  /** A key stands alone; a password is somebody's. */
  private static List<String> needed(Setting secret, List<Setting> declared) {
    Stream<String> user =
        declared.stream()
            .filter(setting -> secret.kind() == Setting.Kind.PASSWORD)
            .map(Setting::name)
            .filter(USER::equals);
    return Stream.concat(user, Stream.of(secret.name())).toList();
  }

  /** What is set, and does not work all the same, is named as if it were not. */
  private static List<String> missing(List<String> needed, Set<String> set) {
    List<String> missing = needed.stream().filter(name -> !set.contains(name)).toList();
    return missing.isEmpty() ? needed : missing;
  }
}
