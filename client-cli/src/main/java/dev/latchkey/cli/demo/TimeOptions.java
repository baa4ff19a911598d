package dev.latchkey.cli.demo;

import picocli.CommandLine.Option;

/** How long things last in a sandbox. */
final class TimeOptions {

  @Option(
      names = "--token-lifetime",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "How long sliding tokens last, such as 30s, 5m or 24h (default: 24h).")
  String token = "";

  @Option(
      names = "--access-lifetime",
      paramLabel = "TIME",
      defaultValue = "1h",
      description = "How long GoFigr's access tokens last (default: 1h).")
  String access = "";

  @Option(
      names = "--refresh-window",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "How long after a login tokens can be refreshed (default: 24h).")
  String refresh = "";

  @Option(
      names = "--device-interval",
      paramLabel = "TIME",
      defaultValue = "5s",
      description = "How long a device waits between two questions (default: 5s).")
  String device = "";
}
