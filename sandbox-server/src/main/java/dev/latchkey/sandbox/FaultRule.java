package dev.latchkey.sandbox;

import java.util.Locale;

/**
 * What goes wrong with which requests.
 *
 * @param method in upper case, or {@code *} for all
 * @param path a whole path without its query, the end of one, or {@code *} for all
 * @param fault what happens
 */
record FaultRule(String method, String path, Fault fault) {
  FaultRule {
    require(!method.isBlank(), "the method is empty; * stands for all");
    require(!path.isBlank(), "the path is empty; * stands for all");
    require(path.indexOf('?') < 0, "a path is given without its query");
    method = method.toUpperCase(Locale.ROOT);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
