package dev.latchkey.cli.data;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How patient to be with a server that says it is busy. */
final class WaitOption {

  @Option(
      names = "--max-wait",
      paramLabel = "SECONDS",
      defaultValue = "300",
      converter = Seconds.class,
      description = {
        "How long to wait for a busy server, for each page or file",
        "(default: ${DEFAULT-VALUE})."
      })
  private Duration longest = Duration.ZERO;

  Duration longest() {
    return longest;
  }

  /** Reads whole seconds. */
  static final class Seconds implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      if (!text.matches("\\d{1,9}")) {
        throw new TypeConversionException("use whole seconds, such as 60");
      }
      return Duration.ofSeconds(Long.parseLong(text));
    }
  }
}
