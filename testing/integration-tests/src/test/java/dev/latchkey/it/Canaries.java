package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Secrets that must show nowhere, however they are dressed. Immutable. */
final class Canaries {

  private final Set<String> disguised;

  private Canaries(Set<String> disguised) {
    this.disguised = disguised;
  }

  static Canaries of(List<String> secrets) {
    return new Canaries(
        secrets.stream()
            .flatMap(secret -> disguises(secret).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Set<String> disguises(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    return new HashSet<>(
        List.of(
            secret,
            secret.replace("\"", "\\\""),
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + " ",
            HexFormat.of().formatHex(bytes),
            secret.substring(secret.length() / 2)));
  }

  /** Makes sure that none of them is in there. */
  void requireAbsent(String shown) {
    assertThat(disguised).noneMatch(shown::contains);
  }
}
