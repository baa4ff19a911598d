package dev.latchkey.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxUser;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension gives every test a sandbox of its own, and closes it. */
class SandboxExtensionTest {
  private static final Set<Sandbox> SEEN = new HashSet<>();

  @RegisterExtension
  final SandboxExtension extension =
      SandboxExtension.of(
          SandboxOptions.defaults().withUsers(List.of(SandboxUser.of("somebody", "secret"))));

  private @Nullable Sandbox field;

  @AfterAll
  static void allAreClosed() {
    assertThat(SEEN).hasSize(4);
    for (Sandbox sandbox : SEEN) {
      assertThatThrownBy(
              () -> new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @RepeatedTest(2)
  void givesEachTestItsOwn(Sandbox sandbox) {
    assertThat(SEEN.add(sandbox)).isTrue();
    assertThat(sandbox.users()).extracting(SandboxUser::username).containsExactly("somebody");
  }

  @Test
  void givesParametersAndFieldsTheSame(Sandbox sandbox) {
    SEEN.add(sandbox);
    assertThat(field).isSameAs(sandbox);
  }

  @Nested
  class InANestedClass {
    @Test
    void reachesTheFieldOfTheOuterOne(Sandbox sandbox) {
      SEEN.add(sandbox);
      assertThat(field).isSameAs(sandbox);
    }
  }
}
