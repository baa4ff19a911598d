package dev.latchkey.cli.invocation;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "latchkey "
          + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
              .orElse("(development)")
          + " on Java "
          + Runtime.version().feature()
    };
  }
}
