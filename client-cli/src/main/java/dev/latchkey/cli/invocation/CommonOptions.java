package dev.latchkey.cli.invocation;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What may be said on the command line of every command. */
public interface CommonOptions {

  Optional<String> profile();

  Optional<URI> baseUrl();

  Optional<Path> envFile();

  boolean mayAsk();

  boolean isQuiet();

  boolean isVerbose();
}
