package dev.latchkey.client;

import dev.latchkey.auth.AuthContext;
import dev.latchkey.auth.AuthProvider;
import dev.latchkey.auth.Authenticator;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Setting;
import dev.latchkey.auth.Verdict;
import dev.latchkey.client.internal.pipeline.FakeAuthenticator;
import java.util.List;
import java.util.function.Consumer;

/** A provider in memory, whose credential is {@code canary-1}, and which shows what it is lent. */
final class KeyProvider implements AuthProvider {

  private final Consumer<AuthContext> spectator;
  private final Verdict[] verdicts;

  private KeyProvider(Consumer<AuthContext> spectator, Verdict... verdicts) {
    this.spectator = spectator;
    this.verdicts = verdicts;
  }

  KeyProvider(Consumer<AuthContext> spectator) {
    this(spectator, new Verdict[0]);
  }

  /** A provider that answers rejections as it is told. */
  static KeyProvider answering(Verdict... verdicts) {
    return new KeyProvider(context -> {}, verdicts);
  }

  KeyProvider() {
    this(context -> {});
  }

  @Override
  public String id() {
    return "test-key";
  }

  @Override
  public String description() {
    return "For tests.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.token("key", "The key."), Setting.text("user", "The user."));
  }

  @Override
  public Authenticator create(AuthContext context) {
    spectator.accept(context);
    return new FakeAuthenticator(new Placement.Header("Authorization", "Bearer"), verdicts);
  }
}
