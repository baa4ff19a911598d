package dev.latchkey.cli.invocation;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this program is installed. */
public final class Installation {

  private Installation() {}

  /** {@return the folder for providers, beside the one with our jar; empty where there is none} */
  public static Optional<Path> providersFolder() {
    try {
      Path jar =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = jar.resolveSibling("../providers").normalize();
      return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
