package dev.latchkey.it.fleet;

import dev.latchkey.it.scenario.DjangoPeer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A small fleet and a server that nobody here wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DjangoFleetTest implements FleetScenarios {

  private static final int PROCESSES = 16;
  private static final int THREADS = 4;

  private final FleetGround ground;

  DjangoFleetTest(@TempDir Path temporary) throws IOException {
    DjangoPeer.assumeInstalled();
    ground = new FleetGround(temporary, new DjangoFleetService(), PROCESSES, THREADS);
  }

  @BeforeAll
  static void requirePeer() {
    DjangoPeer.assumeInstalled();
  }

  @AfterAll
  void close() throws IOException {
    ground.close();
  }

  @Override
  public FleetGround ground() {
    return ground;
  }
}
