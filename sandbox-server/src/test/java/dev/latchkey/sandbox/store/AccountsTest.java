package dev.latchkey.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an account's password is kept as. */
class AccountsTest {
  private static final Account DEMO = new Account("demo", "", "", "", Instant.EPOCH);

  private final Database database = Database.open(DatabaseAddress.inMemory());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void hashesAnUnchangedPasswordAnewAtAnotherCost() {
    new Accounts(database, 4).keep(DEMO, new Password("secret"));
    assertThat(hash()).startsWith("$2a$04$");
    Accounts later = new Accounts(database, 6);
    later.keep(DEMO, new Password("secret"));
    assertThat(hash()).as("as many rounds as for nobody").startsWith("$2a$06$");
    assertThat(later.accepts("demo", "secret")).isTrue();
  }

  @Test
  void keepsTheHashOfAnUnchangedPassword() {
    Accounts accounts = new Accounts(database, 4);
    accounts.keep(DEMO, new Password("secret"));
    String first = hash();
    accounts.keep(DEMO, new Password("secret"));
    assertThat(hash()).isEqualTo(first);
    accounts.keep(DEMO, new Password("changed"));
    assertThat(accounts.accepts("demo", "secret")).isFalse();
    assertThat(accounts.accepts("demo", "changed")).isTrue();
  }

  @Test
  void comparesWhatNobodyTypesWithAHashOfTodaysCost() {
    Accounts first = new Accounts(database, 4);
    assertThat(first.expected("nobody").hash()).startsWith("$2a$04$");
    new Accounts(database, 6).keep(DEMO, new Password("secret"));
    for (String nobody : List.of("nobody", "", "no\0body")) {
      Accounts.Expected expected = first.expected(nobody);
      assertThat(expected.known()).isFalse();
      BCrypt.Result comparison =
          BCrypt.verifyer().verify("secret".toCharArray(), expected.hash().toCharArray());
      assertThat(comparison.validFormat).isTrue();
      assertThat(comparison.details.cost).isEqualTo(6);
      assertThat(first.accepts(nobody, "secret")).isFalse();
    }
    assertThat(first.accepts("demo", "secret")).isTrue();
  }

  private String hash() {
    return database
        .find((row, ctx) -> row.getString(1), "SELECT password_hash FROM account")
        .orElseThrow();
  }
}
