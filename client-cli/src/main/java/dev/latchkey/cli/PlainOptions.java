package dev.latchkey.cli;

import dev.latchkey.cli.invocation.CommonOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The options of a command line that says no more than which profile. */
record PlainOptions(Optional<String> profile) implements CommonOptions {

  @Override
  public Optional<URI> baseUrl() {
    return Optional.empty();
  }

  @Override
  public Optional<Path> envFile() {
    return Optional.empty();
  }

  @Override
  public boolean mayAsk() {
    return true;
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
