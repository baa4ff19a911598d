package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Why a file could not be written, for people. Stateless. */
final class WriteFailure {

  private WriteFailure() {}

  static AuthConfigurationException of(Path path, IOException e) {
    return new AuthConfigurationException(
        path + " could not be written: " + reason(e) + ". What was there is intact.");
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String told = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return told == null ? e.getClass().getSimpleName() : told;
  }
}
