package dev.latchkey.sandbox.store;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** bcrypt at one cost; longer passwords than bcrypt's 72 bytes count in full. */
final class PasswordHash {
  private static final Version VERSION = Version.VERSION_2A;
  private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);

  private static final Map<Integer, String> DECOYS = new ConcurrentHashMap<>();

  private final int cost;
  private final String decoy;

  PasswordHash(int cost) {
    this.cost = cost;
    this.decoy = DECOYS.computeIfAbsent(cost, it -> hash("no account has this password"));
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

  /** Takes as long as {@link #matches}, so that time does not tell which accounts exist. */
  boolean matchesNothing(String password) {
    return matches(password, decoy) && password.isEmpty();
  }

  /** The cost in {@code $2a$05$…}. */
  private static int cost(String hash) {
    return Integer.parseInt(hash.split("\\$", 4)[2]);
  }
}
