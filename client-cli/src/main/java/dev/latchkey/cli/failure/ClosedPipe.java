package dev.latchkey.cli.failure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** A pipe that nobody reads any more. Stateless. */
final class ClosedPipe {

  private ClosedPipe() {}

  /** {@return what the system says of one, in the language of the user} */
  static String words() {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        sink.write(ByteBuffer.wrap(new byte[1]));
      }
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
    return "Broken pipe";
  }
}
