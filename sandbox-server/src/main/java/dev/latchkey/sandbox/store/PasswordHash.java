package dev.latchkey.sandbox.store;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.util.Locale;
import java.util.Optional;

/** bcrypt at one cost; longer passwords than bcrypt's 72 bytes count in full. */
final class PasswordHash {
  private static final Version VERSION = Version.VERSION_2A;
  private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);

  private final int cost;

  PasswordHash(int cost) {
    this.cost = cost;
  }

  String hash(String password) {
    return BCrypt.with(VERSION, LONG).hashToString(cost, password.toCharArray());
  }

  int cost() {
    return cost;
  }

  /** {@code hash}, if it is the password's at this cost, or else another. */
  String renewed(String hash, Password password) {
    boolean fits = cost(hash) == cost && matches(password.reveal(), hash);
    return fits ? hash : password.hash(this);
  }

  boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, LONG).verify(password.toCharArray(), hash).verified;
  }

  /**
   * A hash of no password that anybody knows.
   *
   * @param other the hash of an account, if there is one, to compare with which takes as long
   */
  String decoy(Optional<String> other) {
    int asMuch = other.map(PasswordHash::cost).orElse(cost);
    return String.format(Locale.ROOT, "$2a$%02d$%s", asMuch, "O".repeat(53));
  }

  /** The cost in {@code $2a$05$…}. */
  private static int cost(String hash) {
    return Integer.parseInt(hash.split("\\$", 4)[2]);
  }
}
