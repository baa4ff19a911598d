package dev.latchkey.client.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.StoredToken;
import dev.latchkey.auth.TokenKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A store in a directory of its own, and what it warns of. */
final class StoreFixture {

  static final TokenKey KEY = NumberedToken.key("Webin-1");

  final Path directory;
  final List<String> warnings = new CopyOnWriteArrayList<>();
  final FileTokenStore store;

  StoreFixture(Path directory) {
    this.directory = directory;
    store = another();
  }

  /** {@return a second store there, as another process would have it, with the same warnings} */
  FileTokenStore another() {
    return new FileTokenStore(directory, this::warned);
  }

  private void warned(String text) {
    assertThat(text).doesNotContain(NumberedToken.CANARY);
    warnings.add(text);
  }

  static StoredToken token(int number) {
    return NumberedToken.of(KEY, number);
  }

  Path file() {
    return file(FileNames.TOKEN);
  }

  Path file(String ending) {
    return directory.resolve(FileNames.stem(KEY) + ending);
  }

  /** Puts content where the token belongs, with the right mode. */
  void plant(byte[] content) throws IOException {
    store.save(token(0));
    Files.write(file(), content);
  }

  List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
