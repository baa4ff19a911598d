package dev.latchkey.client.internal.store;

import dev.latchkey.auth.Refusal;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.client.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The file that notes the latest refused login of one user. One that cannot be read is no note. */
final class RefusalNote {

  private static final int SCHEMA = 1;

  private final PrivateDirectory directory;
  private final PrivateFile file;

  RefusalNote(TokenKey key, PrivateDirectory directory) {
    this.directory = directory;
    this.file =
        new PrivateFile(
            directory, directory.path().resolve(FileNames.stem(key) + FileNames.REFUSED));
  }

  void write(Refusal refusal) throws IOException {
    directory.prepare();
    file.replace(
        Json.write(
                Map.of(
                    "schema", SCHEMA,
                    "at", refusal.at().toEpochMilli(),
                    "status", refusal.status(),
                    "fingerprint", refusal.fingerprint()))
            .getBytes(StandardCharsets.UTF_8));
  }

  Optional<Refusal> read() throws IOException {
    if (!directory.isThere()) {
      return Optional.empty();
    }
    return file.read().flatMap(RefusalNote::decode);
  }

  static Optional<Refusal> decode(byte[] content) {
    try {
      return refusal(Json.parseObject(new String(content, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static Optional<Refusal> refusal(Map<String, Object> members) {
    return members.get("at") instanceof Number at
            && members.get("status") instanceof Number status
            && members.get("fingerprint") instanceof String fingerprint
        ? Optional.of(
            new Refusal(Instant.ofEpochMilli(at.longValue()), status.intValue(), fingerprint))
        : Optional.empty();
  }

  void delete() throws IOException {
    if (directory.isThere() && Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
      file.delete();
    }
  }
}
