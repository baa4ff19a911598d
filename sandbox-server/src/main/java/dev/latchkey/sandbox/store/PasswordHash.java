package dev.latchkey.sandbox.store;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;

/** bcrypt at one cost; longer passwords than bcrypt's 72 bytes count in full. */
final class PasswordHash {
  private static final Version VERSION = Version.VERSION_2A;
  private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);

  private final int cost;
  private final String decoy;

  PasswordHash(int cost) {
    this.cost = cost;
    this.decoy = hash("no account has this password");
  }

  String hash(String password) {
    return BCrypt.with(VERSION, LONG).hashToString(cost, password.toCharArray());
  }

  /** {@code hash}, if it is the password's at this cost, or else a new one. */
  String renewed(String hash, String password) {
    return cost(hash) == cost && matches(password, hash) ? hash : hash(password);
  }

  boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, LONG).verify(password.toCharArray(), hash).verified;
  }

  /** Takes as long as {@link #matches}, so that time does not tell which accounts exist. */
  boolean matchesNothing(String password) {
    return matches(password, decoy) && password.isEmpty();
  }

  /** The cost in {@code $2a$05$…}. */
  private static int cost(String hash) {
    return Integer.parseInt(hash.split("\\$", 4)[2]);
  }
}
