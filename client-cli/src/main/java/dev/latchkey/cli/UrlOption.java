package dev.latchkey.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine;

/** Reads a URL; what is none is not shown, for it may hold a password. */
final class UrlOption implements CommandLine.ITypeConverter<URI> {

  @Override
  public URI convert(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new CommandLine.TypeConversionException(
          "it takes a URL such as https://example.org/api/ (not shown here, for it may hold a"
              + " secret).");
    }
  }
}
