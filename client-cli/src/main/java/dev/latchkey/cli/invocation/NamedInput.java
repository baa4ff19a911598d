package dev.latchkey.cli.invocation;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an option names: a file, or standard input as {@code -}. It is read whole.
 *
 * @param what it is, for people
 * @param most how many bytes it may have: standard input may never end
 */
public record NamedInput(String what, int most) {

  /** {@return all of it; what cannot be read, or is too long, is an error of usage} */
  public byte[] read(String name, Streams streams) {
    try (InputStream in = name.equals("-") ? streams.in() : Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new UsageException("The " + what + " is larger than " + most + " bytes.");
      }
      return bytes;
    } catch (IOException e) {
      throw new UsageException("Could not read the " + what + " from " + name + ".");
    }
  }
}
