package dev.latchkey.client.internal.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;

/**
 * Believes the files of the user this process runs as, and root's. Where the file system has no
 * POSIX owners, as on Windows, it believes every file: access lists keep others out there.
 * Immutable.
 */
final class ProcessOwner implements OwnerRule {

  // Its owner is right even in a container whose user has no name.
  private static final Path SELF = Path.of("/proc/self");

  private final String userName;

  ProcessOwner(String userName) {
    this.userName = userName;
  }

  @Override
  public boolean accepts(Path file) throws IOException {
    if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
      return true;
    }
    UserPrincipal owner = Files.getOwner(file);
    String name = owner.getName();
    return name.equals("root")
        || name.equals("0")
        || name.equals(userName)
        || (Files.exists(SELF) && owner.equals(Files.getOwner(SELF)));
  }
}
