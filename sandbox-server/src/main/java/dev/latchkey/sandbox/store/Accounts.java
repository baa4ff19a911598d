package dev.latchkey.sandbox.store;

import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The users and their password hashes. */
public final class Accounts {
  private final Database database;
  private final PasswordHash hashing;

  /** Accounts whose new passwords are hashed at the bcrypt cost {@code cost}. */
  public Accounts(Database database, int cost) {
    this.database = database;
    this.hashing = new PasswordHash(cost);
  }

  /**
   * Makes the account if it is new, or lets it be active again, and lets {@code password} be its
   * password, hashed at today's cost: all logins, those of nobody included, take as long.
   */
  public void keep(Account account, Password password) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Optional<String> hash = hash(handle, account.username());
              if (hash.isEmpty()) {
                insert(handle, account, password.hash(hashing));
              } else {
                handle.execute(
                    "UPDATE account SET active = TRUE, password_hash = ? WHERE username = ?",
                    hashing.renewed(hash.get(), password),
                    account.username());
              }
            });
  }

  /** Removes all accounts but these; what they made stays. */
  public void keepOnly(Collection<String> usernames) {
    database
        .list((row, ctx) -> row.getString("username"), "SELECT username FROM account WHERE active")
        .stream()
        .filter(username -> !usernames.contains(username))
        .forEach(this::remove);
  }

  /**
   * Lets nobody log in, use a key or be found by this name any more; what the user made stays.
   * False if there is no such user.
   */
  public boolean remove(String username) {
    return StorableText.accepts(username)
        && database.execute(
                "UPDATE account SET active = FALSE WHERE username = ? AND active", username)
            == 1;
  }

  /** Whether the account exists and has this password; takes as long where it does not exist. */
  public boolean accepts(String username, String password) {
    Expected expected = expected(username);
    return hashing.matches(password, expected.hash()) && expected.known();
  }

  /** Other sandboxes on the same database may hash at a cost of their own. */
  Expected expected(String username) {
    String wanted = StorableText.accepts(username) ? username : "";
    Optional<Expected> nearest =
        database.find(
            (row, ctx) ->
                new Expected(
                    row.getString("password_hash"), row.getString("username").equals(wanted)),
            "SELECT username, password_hash FROM account WHERE active"
                + " ORDER BY CASE WHEN username = ? THEN 0 ELSE 1 END, username"
                + " FETCH FIRST 1 ROW ONLY",
            wanted);
    return nearest
        .filter(Expected::known)
        .orElseGet(() -> new Expected(hashing.decoy(nearest.map(Expected::hash)), false));
  }

  /** The account of this name. */
  public Optional<Account> find(String username) {
    if (!StorableText.accepts(username)) {
      return Optional.empty();
    }
    return database.find(
        (row, ctx) ->
            new Account(
                row.getString("username"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                Columns.instant(row, "date_joined")),
        "SELECT * FROM account WHERE username = ? AND active",
        username);
  }

  /**
   * What a password is compared with.
   *
   * @param hash the hash
   * @param known whether it is the account's
   */
  record Expected(String hash, boolean known) {
    @Override
    public String toString() {
      return "Expected[redacted]";
    }
  }

  private static Optional<String> hash(Handle handle, String username) {
    return handle
        .createQuery("SELECT password_hash FROM account WHERE username = :username")
        .bind("username", username)
        .mapTo(String.class)
        .findOne();
  }

  private static void insert(Handle handle, Account account, String hash) {
    handle.execute(
        "INSERT INTO account (username, password_hash, email, first_name, last_name, date_joined)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        account.username(),
        hash,
        account.email(),
        account.firstName(),
        account.lastName(),
        Columns.stored(account.dateJoined()));
  }
}
