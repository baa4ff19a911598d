package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.client.mgnify.Mgnify;
import dev.latchkey.client.mgnify.MgnifyResource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MGnify's data that is for everybody. */
class PublicDataTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void isReadWithoutACredential() {
    try (ScriptedServer server = ScriptedServer.answering(request -> ListServer.page(request, 5));
        ApiClient client = Ground.client(directory, server.url(), new KeyProvider()).build()) {
      Mgnify mgnify = new Mgnify(client);
      assertThat(mgnify.studies().stream()).hasSize(5);
      mgnify.get(MgnifyResource.STUDY, "MGYS1");
      mgnify.get(MgnifyResource.GENOME_CATALOGUE, "x");
      assertThat(mgnify.privateStudies().stream()).hasSize(5);
      assertThat(server.received().stream().map(r -> r.headers().get("Authorization")))
          .containsExactly(null, "Bearer canary-1", null, "Bearer canary-1");
    }
  }
}
