package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakeStoreContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sealed stores in one directory, and what is to be seen there. */
final class SealedFixture {

  final Path directory;
  final Path cache;

  SealedFixture(Path directory) {
    this.directory = directory;
    cache = directory.resolve("cache");
  }

  /** {@return a file that holds a key made of one byte, and can be read by its owner alone} */
  static Path keyFile(Path path, int each) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) each);
    return secretFile(path, Base64.getEncoder().encodeToString(key) + "\n");
  }

  static Path secretFile(Path path, String text) {
    try {
      Files.writeString(path, text);
      return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FakeStoreContext with(String setting, Object value) {
    return FakeStoreContext.in(cache).withSettings(Map.of(setting, value.toString()));
  }

  static TokenStore encrypted(FakeStoreContext context) {
    return new EncryptedTokenStoreProvider().open(context);
  }

  static TokenStore keyring(FakeStoreContext context) {
    return new KeyringTokenStoreProvider().open(context);
  }

  /** Refuses, without a change to any file. */
  void assertRefused(ThrowingCallable act, String... parts) {
    Map<String, String> before = contents();
    Assertions.assertThatExceptionOfType(AuthConfigurationException.class)
        .isThrownBy(act)
        .withMessageContainingAll(parts)
        .withMessageNotContaining(NumberedToken.CANARY);
    assertThat(contents()).containsAllEntriesOf(before);
  }

  /** {@return the files but for locks, by name} */
  Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files()) {
      if (!file.toString().endsWith(FileNames.LEASE)) {
        contents.put(file.getFileName().toString(), content(file));
      }
    }
    return contents;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Path> files() {
    if (!Files.exists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the one file with this ending} */
  Path file(String ending) {
    List<Path> found = files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
