package dev.latchkey.sandbox;

import dev.latchkey.sandbox.gofigr.GofigrStores;
import dev.latchkey.sandbox.mgnify.MgnifySettings.Style;
import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.store.Analyses;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.Database;
import dev.latchkey.sandbox.store.DeviceGrants;
import dev.latchkey.sandbox.store.DeviceTimes;
import dev.latchkey.sandbox.store.RevokedTokens;
import dev.latchkey.sandbox.store.ServerSecrets;
import dev.latchkey.sandbox.store.WebSessions;
import dev.latchkey.sandbox.store.Workspaces;
import dev.latchkey.sandbox.token.OddClaim;
import dev.latchkey.sandbox.token.SigningKey;
import dev.latchkey.sandbox.token.SlidingTokens;
import dev.latchkey.sandbox.token.TokenPairs;
import dev.latchkey.sandbox.token.TokenRejected;
import dev.latchkey.sandbox.token.TokenTimes;
import java.time.InstantSource;
import java.util.List;

/** The open database, with the users of the options in it. */
final class SandboxStores implements AutoCloseable {
  private final Database database;
  private final GofigrStores stores;
  private final DeviceGrants devices;
  private final WebSessions sessions;
  private final SlidingTokens slidingTokens;
  private final TokenPairs tokenPairs;

  private SandboxStores(Database database, SandboxOptions options) {
    InstantSource clock = options.clock();
    ServerSecrets secrets = new ServerSecrets(database);
    this.database = database;
    this.stores =
        new GofigrStores(
            new Accounts(database, options.passwordCost()),
            new ApiKeys(database, secrets.of("api-key-mac"), clock),
            new Workspaces(database, clock),
            new Analyses(database, clock));
    this.devices =
        new DeviceGrants(
            database, clock, new DeviceTimes(options.deviceLifetime(), options.deviceInterval()));
    this.sessions = new WebSessions(database, clock);
    RevokedTokens revoked = new RevokedTokens(database, clock);
    this.slidingTokens =
        new SlidingTokens(
            new SigningKey(secrets.of("mgnify-jwt")),
            new TokenTimes(clock, options.tokenLifetime(), options.refreshWindow()),
            revoked,
            Style.valueOf(options.dialect().name()).userClaim());
    this.tokenPairs =
        new TokenPairs(
            new SigningKey(secrets.of("gofigr-jwt")),
            new TokenTimes(clock, options.accessLifetime(), options.refreshWindow()),
            revoked);
    List<String> usernames = options.users().stream().map(SandboxUser::username).toList();
    stores.accounts().keepOnly(usernames);
    options.users().forEach(user -> keep(user, clock));
    if (usernames.size() > 1) {
      stores.workspaces().addShared(usernames);
    }
  }

  static SandboxStores open(SandboxOptions options) {
    Database database = Database.open(options.database().address());
    try {
      // Of instances that start at once, one makes what all of them share.
      return database.alone(() -> new SandboxStores(database, options));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  GofigrStores stores() {
    return stores;
  }

  DeviceGrants devices() {
    return devices;
  }

  WebSessions sessions() {
    return sessions;
  }

  /** MGnify's side's. */
  SlidingTokens slidingTokens() {
    return slidingTokens;
  }

  /** GoFigr's side's. */
  TokenPairs tokenPairs() {
    return tokenPairs;
  }

  /** Revokes a token of either side; false if it is of neither. */
  boolean revoke(String token) {
    return isRevoked(slidingTokens::revoke, token) || isRevoked(tokenPairs::revoke, token);
  }

  @Override
  public void close() {
    stores.keys().close();
    database.close();
  }

  private static boolean isRevoked(Revocation revocation, String token) {
    try {
      revocation.of(token);
      return true;
    } catch (TokenRejected | OddClaim e) {
      return false;
    }
  }

  private void keep(SandboxUser user, InstantSource clock) {
    Account account =
        new Account(
            user.username(), user.email(), user.firstName(), user.lastName(), clock.instant());
    stores.accounts().keep(account, user.secret());
    stores.workspaces().addPrimary(user.username());
  }

  /** One side's way to revoke a token. */
  @FunctionalInterface
  private interface Revocation {
    void of(String token) throws TokenRejected;
  }
}
