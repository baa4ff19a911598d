package dev.latchkey.client.internal.cache;

import dev.latchkey.auth.AuthException;
import dev.latchkey.auth.AuthStatus;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.client.internal.file.Sha256;
import dev.latchkey.client.internal.pipeline.Call;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the shelf for whoever sends a call. Users are known by what their provider says of them, or
 * else by their credential; both stand in names of directories as hashes alone. Thread-safe.
 */
final class Shelves {

  private static final int DIGITS = 32;

  private final String provider;
  private final Authenticator authenticator;
  private final OwnFolders folders;
  private final Budget budget;

  Shelves(String provider, Authenticator authenticator, OwnFolders folders, Budget budget) {
    this.provider = provider;
    this.authenticator = authenticator;
    this.folders = folders;
    this.budget = budget;
  }

  /** The shelf of whom the call's credential stands for; empty where there is no telling. */
  Optional<Shelf> of(Call call) {
    return call.credential().isEmpty()
        ? Optional.of(ofNobody(call.origin()))
        : user(call.credential().get(), call.origin()).map(user -> shelf(call.origin(), user));
  }

  /** The shelf of calls without a credential. */
  Shelf ofNobody(Origin origin) {
    return shelf(origin, "nobody");
  }

  private Shelf shelf(Origin origin, String user) {
    return new Shelf(folder(origin).resolve(name(user)), folders, budget);
  }

  private Path folder(Origin origin) {
    return folders.root().resolve(name(origin.toString()));
  }

  private static String name(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }

  private Optional<String> user(Credential sent, Origin origin) {
    try {
      AuthStatus status = authenticator.status();
      if (status.identity().isEmpty()) {
        return Optional.of(keyed(sent));
      }
      // Another thread may have logged in as somebody else since the credential was put on.
      return status.isUsable() && isSame(sent, authenticator.credential(origin))
          ? status.identity().map(this::named)
          : Optional.empty();
    } catch (AuthException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(Credential one, Credential other) {
    return one.generation() == other.generation() && one.secret().equals(other.secret());
  }

  private String named(String identity) {
    return provider + " user " + identity;
  }

  private String keyed(Credential credential) {
    return provider + " key " + credential.secret().reveal();
  }

  /**
   * Removes all responses to the present user from an origin, or to all users where there is no
   * telling who that is.
   *
   * @return how many there were
   */
  int clear(Origin origin) throws IOException {
    Optional<String> user = present(origin);
    return user.isPresent() ? shelf(origin, user.get()).clear() : clearAll(folder(origin));
  }

  private Optional<String> present(Origin origin) {
    try {
      AuthStatus status = authenticator.status();
      if (status.state() == AuthStatus.State.ABSENT) {
        return Optional.empty();
      }
      return status.identity().isEmpty() && status.isUsable()
          ? Optional.of(keyed(authenticator.credential(origin)))
          : status.identity().map(this::named);
    } catch (AuthException e) {
      return Optional.empty();
    }
  }

  private int clearAll(Path folder) throws IOException {
    if (!folders.areOurs(folder)) {
      return 0;
    }
    int removed = 0;
    try (DirectoryStream<Path> shelves = Files.newDirectoryStream(folder)) {
      for (Path shelf : shelves) {
        removed += new Shelf(shelf, folders, budget).clear();
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return removed;
  }

  @Override
  public String toString() {
    return folders.toString();
  }
}
