package dev.latchkey.cli;

import dev.latchkey.cli.invocation.CommonOptions;

/**
 * Sets up logging to standard error before the first logger is made. Only Latchkey's own loggers
 * are ever on: HttpClient's would show headers.
 */
public final class Logs {

  private static final String PREFIX = "org.slf4j.simpleLogger.";

  private Logs() {}

  static void configure(CommonOptions options) {
    String level = options.isQuiet() ? "error" : "warn";
    if (options.isVerbose()) {
      level = "debug";
    }
    // Named, so that it need not be searched for; and nothing is to be told of that.
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
    System.setProperty(PREFIX + "defaultLogLevel", "off");
    System.setProperty(PREFIX + "log.dev.latchkey", level);
    System.setProperty(PREFIX + "showThreadName", "false");
    System.setProperty(PREFIX + "showShortLogName", "false");
    System.setProperty(PREFIX + "showLogName", "false");
    System.setProperty(PREFIX + "logFile", "System.err");
  }
}
