package dev.latchkey.cli;

import dev.latchkey.cli.invocation.CommonOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of a command line that says no more than this.
 *
 * @param profile the profile, if it says which
 * @param mayAsk whether there may be somebody to ask
 */
record PlainOptions(Optional<String> profile, boolean mayAsk) implements CommonOptions {

  @Override
  public Optional<URI> baseUrl() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> envFile() {
    return Optional.empty();
  }

  @Override
  public boolean isQuiet() {
    return false;
  }

  @Override
  public boolean isVerbose() {
    return false;
  }
}
