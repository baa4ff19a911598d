package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.testkit.FakeStoreContext;
import dev.latchkey.client.internal.keyring.HelperScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a store before it keeps anything. */
class StoreProbeTest {

  private final Path temporary;
  private final Path cache;

  StoreProbeTest(@TempDir Path temporary) {
    this.temporary = temporary;
    cache = temporary.resolve("cache");
  }

  private FakeStoreContext probed(String id, String helper) {
    String program = HelperScript.in(temporary, "docker-credential-fake", helper).path().toString();
    FakeStoreContext context = FakeStoreContext.in(cache).withSettings(Map.of("helper", program));
    StoreProbe.run(id, context);
    return context;
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "encrypted", "keyring"})
  void makesTheDirectoryAndSaysNothingWhereAllIsWell(String id) {
    assertThat(probed(id, HelperScript.WORKING).warnings()).isEmpty();
    assertThat(cache).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "encrypted", "keyring"})
  void warnsOfADirectoryThatCannotBe(String id) throws IOException {
    Files.createFile(cache);
    assertThat(probed(id, HelperScript.WORKING).warnings())
        .singleElement()
        .asString()
        .contains(cache + ": it is not a directory");
  }

  @Test
  void warnsOfAKeyringThatCannotBeReached() {
    assertThat(probed("keyring", "exit 1").warnings()).hasSize(1);
    assertThat(probed("file", "exit 1").warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "vault"})
  void leavesOtherStoresAlone(String id) throws IOException {
    Files.createFile(cache);
    assertThat(probed(id, "exit 1").warnings()).isEmpty();
  }
}
