package dev.latchkey.cli.dialogue;

import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.client.Diagnosis.Value;
import java.nio.file.Path;
import java.util.Optional;

/** Whether GoFigr's key is used from where it was just put. Stateless. */
final class KeyInUse {

  static final String SETTING = "api-key.key";

  private static final String IN_KEYRING = SETTING + "-keyring";
  private static final String SETTING_OR_PLACE = "api-key[.]key(-command|-keyring)?";

  private KeyInUse() {}

  /**
   * Tells what comes before the place where the key is now, as all other commands find it.
   *
   * @param file the file that the key is in, unless it is in the keyring
   */
  static void tell(Invocation invocation, Optional<Path> file) {
    invocation.builder().profile("gofigr").diagnose().settings().stream()
        .filter(value -> value.outcome().equals("used"))
        .filter(value -> value.setting().matches(SETTING_OR_PLACE))
        .filter(value -> !isThere(value, file))
        .map(Value::source)
        .findFirst()
        .ifPresent(
            source ->
                invocation
                    .streams()
                    .say(
                        "The key in "
                            + file.map(Path::toString).orElse("the keyring")
                            + " is not the one that is used here: "
                            + source
                            + " comes before it. 'latchkey doctor' tells more."));
  }

  private static boolean isThere(Value value, Optional<Path> file) {
    return file.isPresent()
        ? value.source().equals(file.get().toString())
        : value.setting().equals(IN_KEYRING);
  }
}
