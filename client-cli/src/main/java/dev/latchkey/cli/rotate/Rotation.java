package dev.latchkey.cli.rotate;

import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.SettingsFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rotation that is under way, as it is written down: without any key.
 *
 * @param oldId the id of the key to replace
 * @param newName the name of its successor, which is nobody else's
 * @param salt for the fingerprints
 * @param oldPrint the old key's fingerprint, empty when it is in no file
 * @param newPrint the new key's fingerprint, empty before it is created
 * @param expiry when the successor ends, empty for never
 * @param workspace what the successor is limited to, empty for nothing
 * @param files where the old key stands, one a line
 * @param placedAt when the new key was in place, or was shown; empty before
 * @param revokeAt when the old key is to be revoked
 */
record Rotation(
    String oldId,
    String newName,
    String salt,
    String oldPrint,
    String newPrint,
    String expiry,
    String workspace,
    String files,
    String placedAt,
    String revokeAt) {

  static Rotation of(SettingsFile file) {
    return new Rotation(
        file.text("old_id").orElse(""),
        file.text("new_name").orElse(""),
        file.text("salt").orElse(""),
        file.text("old_print").orElse(""),
        file.text("new_print").orElse(""),
        file.text("expiry").orElse(""),
        file.text("workspace").orElse(""),
        file.text("files").orElse(""),
        file.text("placed_at").orElse(""),
        file.text("revoke_at").orElse(""));
  }

  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("old_id", oldId);
    fields.put("new_name", newName);
    fields.put("salt", salt);
    fields.put("old_print", oldPrint);
    fields.put("new_print", newPrint);
    fields.put("expiry", expiry);
    fields.put("workspace", workspace);
    fields.put("files", files);
    fields.put("placed_at", placedAt);
    fields.put("revoke_at", revokeAt);
    return fields;
  }

  ApiKeyRequest request() {
    return new ApiKeyRequest(
        newName, instant(expiry), Optional.of(workspace).filter(id -> !id.isEmpty()));
  }

  Rotation created(Secret key) {
    return new Rotation(
        oldId, newName, salt, oldPrint, print(key), expiry, workspace, files, placedAt, revokeAt);
  }

  Rotation placed(Instant at) {
    return new Rotation(
        oldId,
        newName,
        salt,
        oldPrint,
        newPrint,
        expiry,
        workspace,
        files,
        at.toString(),
        revokeAt);
  }

  List<Path> paths() {
    return files.lines().map(Path::of).toList();
  }

  boolean isPlaced() {
    return !placedAt.isEmpty();
  }

  Instant dueAt() {
    return instant(revokeAt).orElse(Instant.EPOCH);
  }

  boolean isOld(Secret key) {
    return !oldPrint.isEmpty() && oldPrint.equals(print(key));
  }

  boolean isNew(Secret key) {
    return !newPrint.isEmpty() && newPrint.equals(print(key));
  }

  private String print(Secret key) {
    return Fingerprint.of(key, salt);
  }

  private static Optional<Instant> instant(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }
}
