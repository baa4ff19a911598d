package dev.latchkey.client.internal.store;

import static dev.latchkey.client.internal.store.SealedFixture.encrypted;
import static dev.latchkey.client.internal.store.StoreFixture.KEY;
import static dev.latchkey.client.internal.store.StoreFixture.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.Prompt;
import dev.latchkey.auth.Secret;
import dev.latchkey.auth.TokenKey;
import dev.latchkey.auth.TokenStore;
import dev.latchkey.auth.testkit.FakePrompt;
import dev.latchkey.auth.testkit.FakeStoreContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in files that a passphrase or a key file opens. */
class EncryptedStoreTest {

  private static final String CANARY = NumberedToken.CANARY;

  private final SealedFixture fixture;
  private final Path keyFile;

  EncryptedStoreTest(@TempDir Path directory) {
    fixture = new SealedFixture(directory);
    keyFile = SealedFixture.keyFile(directory.resolve("key"), 1);
  }

  private TokenStore byKeyFile() {
    return encrypted(fixture.with("key-file", keyFile));
  }

  @Test
  void opensForItsPassphraseAndNoOther() throws IOException {
    FakeStoreContext right = fixture.with("passphrase", CANARY + " right");
    encrypted(right).save(token(1));
    assertThat(encrypted(right).load(KEY)).contains(token(1));
    assertThat(right.warnings()).isEmpty();
    assertThat(fixture.contents().values())
        .noneMatch(content -> content.contains(CANARY) || content.contains(KEY.user()));
    assertThat(fixture.files())
        .allSatisfy(
            file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));

    TokenStore wrong = encrypted(fixture.with("passphrase", CANARY + " wrong"));
    fixture.assertRefused(() -> wrong.load(KEY), "The passphrase from", "auth_key.passphrase");
    fixture.assertRefused(() -> wrong.save(token(2)), "does not open");
    fixture.assertRefused(() -> wrong.keys(KEY.baseUrl()), "does not open");
    assertThat(encrypted(right).load(KEY)).contains(token(1));
  }

  @Test
  void asksForANewPassphraseTwiceAndForAKnownOneOnce() {
    FakePrompt person = new FakePrompt("", "a good one");
    FakeStoreContext context = FakeStoreContext.in(fixture.cache).withPrompt(person);
    TokenStore store = encrypted(context);
    assertThat(store.load(KEY)).isEmpty();
    assertThat(person.questions()).isEmpty();
    store.save(token(1));
    store.save(token(2));
    assertThat(person.questions())
        .containsExactly("New passphrase for the token store: ", "The same again: ");
    TokenStore next = encrypted(context);
    assertThat(next.load(KEY)).contains(token(2));
    next.save(token(3));
    assertThat(person.questions()).hasSize(3).endsWith("Passphrase of the token store: ");
  }

  @Test
  void keepsNothingUnderAPassphraseThatWasMistyped() {
    FakePrompt person = new FakePrompt("", "unused");
    FakeStoreContext context =
        FakeStoreContext.in(fixture.cache).withPrompt(new MistypingPrompt(person));
    fixture.assertRefused(() -> encrypted(context).save(token(1)), "The two passphrases differ");
    assertThat(fixture.contents()).isEmpty();
  }

  @Test
  void saysHowToGiveAPassphraseWhereNobodyCanBeAsked() {
    fixture.assertRefused(
        () -> encrypted(FakeStoreContext.in(fixture.cache)).save(token(1)),
        "nobody to ask",
        "passphrase-file",
        "key-file");
  }

  @Test
  void readsAPassphraseFromAFileOfTheUsersAlone() throws IOException {
    Path file = SealedFixture.secretFile(fixture.directory.resolve("pass"), "a good one\n");
    encrypted(fixture.with("passphrase-file", file)).save(token(1));
    assertThat(encrypted(fixture.with("passphrase", "a good one")).load(KEY)).contains(token(1));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    fixture.assertRefused(
        () -> encrypted(fixture.with("passphrase-file", file)).load(KEY), "chmod 600");
  }

  @Test
  void opensForItsKeyFileAndNoOther() throws IOException {
    byKeyFile().save(token(1));
    assertThat(byKeyFile().load(KEY)).contains(token(1));
    Path other = SealedFixture.keyFile(fixture.directory.resolve("other"), 2);
    TokenStore wrong = encrypted(fixture.with("key-file", other));
    fixture.assertRefused(() -> wrong.load(KEY), "does not open", "sealed with another key");
    fixture.assertRefused(() -> wrong.save(token(2)), "does not open");
    fixture.assertRefused(() -> wrong.remove(token(1)), "delete the file");
  }

  @Test
  void takesNoKeyFileThatOthersCanReadOrThatHoldsNoKey() throws IOException {
    byKeyFile().save(token(1));
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r--r--"));
    fixture.assertRefused(() -> byKeyFile().load(KEY), "chmod 600");
    SealedFixture.secretFile(keyFile, CANARY);
    fixture.assertRefused(() -> byKeyFile().load(KEY), "does not hold 32 bytes", "urandom");
    Files.delete(keyFile);
    fixture.assertRefused(() -> byKeyFile().load(KEY), "does not exist");
    Path linked = SealedFixture.keyFile(fixture.directory.resolve("..data"), 1);
    Files.createSymbolicLink(keyFile, linked);
    assertThat(byKeyFile().load(KEY)).contains(token(1));
  }

  @Test
  void leavesADamagedFileAsItIs() throws IOException {
    byKeyFile().save(token(1));
    Path file = fixture.file(".sealed");
    byte[] content = Files.readAllBytes(file);
    for (int i = 0; i < content.length; i += 7) {
      byte[] changed = content.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      fixture.assertRefused(() -> byKeyFile().load(KEY), file.toString(), "was damaged");
    }
    Files.write(file, new byte[0]);
    fixture.assertRefused(() -> byKeyFile().save(token(2)), "was damaged");
  }

  @Test
  void opensNoCopyForAnotherUser() throws IOException {
    byKeyFile().save(token(1));
    TokenKey other = new TokenKey(KEY.baseUrl(), "Webin-2");
    Path copy = fixture.cache.resolve(FileNames.stem(other) + ".sealed");
    Files.copy(fixture.file(".sealed"), copy);
    fixture.assertRefused(() -> byKeyFile().load(other), copy.toString());
  }

  @Test
  void makesNoNewKeyWhileThereAreFilesOfAnother() throws IOException {
    encrypted(fixture.with("passphrase", "a good one")).save(token(1));
    Files.delete(fixture.file(".passphrase"));
    TokenStore store = encrypted(fixture.with("passphrase", "a good one"));
    fixture.assertRefused(
        () -> store.save(NumberedToken.of(new TokenKey(KEY.baseUrl(), "Webin-2"), 2)),
        "*.sealed",
        "is no longer in");
    fixture.assertRefused(() -> store.load(KEY), "is no longer in");
  }

  @Test
  void takesOneKeyAlone() {
    FakeStoreContext two =
        FakeStoreContext.in(fixture.cache)
            .withSettings(Map.of("passphrase", CANARY, "key-file", keyFile.toString()));
    fixture.assertRefused(() -> encrypted(two), "takes one key", "key-file, passphrase");
  }

  @Test
  void livesBesideThePlainFiles() {
    TokenStore plain = new FileTokenStoreProvider().open(FakeStoreContext.in(fixture.cache));
    plain.save(token(1));
    assertThat(byKeyFile().load(KEY)).isEmpty();
    byKeyFile().save(token(2));
    assertThat(plain.load(KEY)).contains(token(1));
    assertThat(byKeyFile().location()).startsWith(fixture.cache + " (sealed; ");
  }

  /** Somebody who never types the same twice. */
  private record MistypingPrompt(FakePrompt person) implements Prompt {
    @Override
    public boolean isAvailable() {
      return person.isAvailable();
    }

    @Override
    public String ask(String question) {
      return person.ask(question);
    }

    @Override
    public Secret askPassword(String question) {
      return Secret.password(question + person.askPassword(question).length(), "the test");
    }
  }
}
