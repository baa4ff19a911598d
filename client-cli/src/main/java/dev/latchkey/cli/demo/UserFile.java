package dev.latchkey.cli.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Users and their passwords in a file that nobody but its owner may read. */
final class UserFile {
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private UserFile() {}

  /** {@return the users in {@code file}, as docs/sandbox.md describes it} */
  static List<SandboxUser> read(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageException("Users stand in a file; " + file + " is a directory.");
    }
    try {
      if (isOpenToOthers(file)) {
        throw new UsageException(
            "Others can read the passwords in " + file + ". Close it: chmod 600 " + file);
      }
      return users(Files.readString(file));
    } catch (IOException e) {
      throw new UsageException(
          "The file of users " + file + " cannot be read; is it there, and yours?");
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      // Without its cause, which could show a password.
      throw new UsageException(
          "The file of users "
              + file
              + " is not as expected: [{\"username\": \"teacher\", \"password\": \"...\"}]");
    }
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    boolean hasModes = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return hasModes && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
  }

  private static List<SandboxUser> users(String json) {
    List<SandboxUser> users = new ArrayList<>();
    for (JsonElement each : JsonParser.parseString(json).getAsJsonArray()) {
      JsonObject user = each.getAsJsonObject();
      users.add(SandboxUser.of(text(user, "username"), text(user, "password")));
    }
    return users;
  }

  private static String text(JsonObject user, String field) {
    if (!user.has(field)) {
      throw new IllegalArgumentException(field);
    }
    return user.get(field).getAsString();
  }
}
