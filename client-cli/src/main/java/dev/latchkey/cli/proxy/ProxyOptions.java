package dev.latchkey.cli.proxy;

import java.net.URI;
import java.util.List;

/**
 * What is wanted of a proxy.
 *
 * @param port where it listens; 0 for any port that is free
 * @param allowed what callers may ask, as {@code METHOD:PATH}; everything below the base URL where
 *     the list is empty
 * @param audit where requests are noted
 */
public record ProxyOptions(int port, List<String> allowed, AuditLog audit) {

  List<AllowRule> rules(URI baseUrl) {
    return allowed.isEmpty()
        ? List.of(AllowRule.below(baseUrl))
        : allowed.stream().map(text -> AllowRule.of(text, baseUrl)).toList();
  }
}
