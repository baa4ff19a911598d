package dev.latchkey.sandbox;

import dev.latchkey.sandbox.gofigr.GofigrStores;
import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.store.Analyses;
import dev.latchkey.sandbox.store.ApiKeys;
import dev.latchkey.sandbox.store.Database;
import dev.latchkey.sandbox.store.DatabaseUrl;
import dev.latchkey.sandbox.store.DeviceGrants;
import dev.latchkey.sandbox.store.DeviceTimes;
import dev.latchkey.sandbox.store.ServerSecrets;
import dev.latchkey.sandbox.store.Workspaces;
import java.time.InstantSource;
import java.util.List;

/** The open database, with the users of the options in it. */
final class SandboxStores implements AutoCloseable {
  private final Database database;
  private final ServerSecrets secrets;
  private final GofigrStores stores;
  private final DeviceGrants devices;

  private SandboxStores(Database database, SandboxOptions options) {
    InstantSource clock = options.clock();
    this.database = database;
    this.secrets = new ServerSecrets(database);
    this.stores =
        new GofigrStores(
            new Accounts(database, options.passwordCost()),
            new ApiKeys(database, secrets.of("api-key-mac"), clock),
            new Workspaces(database, clock),
            new Analyses(database, clock));
    this.devices =
        new DeviceGrants(
            database, clock, new DeviceTimes(options.deviceLifetime(), options.deviceInterval()));
    options.users().forEach(user -> keep(user, clock));
    List<String> usernames = options.users().stream().map(SandboxUser::username).toList();
    if (usernames.size() > 1) {
      stores.workspaces().addShared(usernames);
    }
  }

  static SandboxStores open(SandboxOptions options) {
    String url = options.dataDirectory().map(DatabaseUrl::in).orElseGet(DatabaseUrl::inMemory);
    return new SandboxStores(Database.open(url), options);
  }

  GofigrStores stores() {
    return stores;
  }

  DeviceGrants devices() {
    return devices;
  }

  ServerSecrets secrets() {
    return secrets;
  }

  @Override
  public void close() {
    database.close();
  }

  private void keep(SandboxUser user, InstantSource clock) {
    Account account =
        new Account(
            user.username(), user.email(), user.firstName(), user.lastName(), clock.instant());
    stores.accounts().keep(account, user.password());
    stores.workspaces().addPrimary(user.username());
  }
}
