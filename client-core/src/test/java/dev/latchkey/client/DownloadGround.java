package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.ScriptedServer.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A place for a file, and a server that has it. */
class DownloadGround {

  @TempDir Path directory = Path.of("");

  Path target() {
    return directory.resolve("file.bin");
  }

  Path part() {
    return directory.resolve("file.bin.part");
  }

  void with(Function<Received, String> script, Use use) throws Exception {
    try (ScriptedServer server = ScriptedServer.answering(script);
        ApiClient client = Ground.client(directory, server.url(), new KeyProvider()).build()) {
      use.of(client, server);
    }
  }

  interface Use {
    void of(ApiClient client, ScriptedServer server) throws Exception;
  }

  void assertComplete() throws IOException {
    assertThat(Files.readString(target())).isEqualTo(FileScript.CONTENT);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(target());
    }
  }
}
