package dev.latchkey.client.internal.config;

import dev.latchkey.auth.AuthConfigurationException;
import java.nio.file.Path;
import java.util.Optional;

/** A value that may be secret, and the source it stands in. Immutable. */
final class SourcedValue {

  /** What follows the name of a secret in that of the command that prints it. */
  static final String COMMAND = "-command";

  /** What follows the name of a token in that of its place in the keyring. */
  static final String KEYRING = "-keyring";

  private final PlacedSource source;
  private final String name;
  private final String value;

  SourcedValue(PlacedSource source, String name, String value) {
    this.source = source;
    this.name = name;
    this.value = value;
  }

  Place place() {
    return source.place();
  }

  Optional<String> problem() {
    return source.problem();
  }

  boolean isFromSameSource(SourcedValue other) {
    return source == other.source;
  }

  /** The value as it stands there. An empty one is the wish to have none, and hides lower ones. */
  Optional<String> text() {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The value without the line end that pasting or {@code echo} leaves behind it. */
  Optional<String> secret() {
    int end = value.length();
    end -= end > 0 && value.charAt(end - 1) == '\n' ? 1 : 0;
    boolean endsWithReturn = end > 0 && value.charAt(end - 1) == '\r';
    end -= endsWithReturn ? 1 : 0;
    return end == 0 ? Optional.empty() : Optional.of(value.substring(0, end));
  }

  /** Whether it counts where a command in the user's own configuration would print another. */
  boolean outranksCommands() {
    return place().compareTo(Place.USER_FILE) <= 0;
  }

  boolean isCommand() {
    return name.endsWith(COMMAND);
  }

  /** What the command prints that this value is. */
  SourcedValue ofCommand() {
    Path home = Path.of(HomeDirectory.ofUser());
    return new SourcedValue(source, name, SecretCommand.of(value, origin(), home).output());
  }

  boolean isInKeyring() {
    return name.endsWith(KEYRING);
  }

  /** What the keyring holds under the name that this value is. */
  SourcedValue ofKeyring(Optional<String> program) {
    return new SourcedValue(source, name, KeyringToken.of(this, program).reveal());
  }

  SourcedValue checked() {
    if (source.problem().isPresent()) {
      throw new AuthConfigurationException(source.problem().get());
    }
    return this;
  }

  Optional<Path> file() {
    return source.file();
  }

  // Written out, as elsewhere on the way to a credential: at its first use, a lambda takes a short
  // program longer than all that is done with it.

  static Optional<SourcedValue> checked(Optional<SourcedValue> value) {
    return value.isPresent() ? Optional.of(value.get().checked()) : value;
  }

  static Optional<String> text(Optional<SourcedValue> value) {
    return value.isPresent() ? value.get().text() : Optional.empty();
  }

  static Optional<SourcedValue> ifSecret(Optional<SourcedValue> value) {
    return value.isPresent() && value.get().secret().isPresent() ? value : Optional.empty();
  }

  static Optional<String> origin(Optional<SourcedValue> value) {
    return value.isPresent() ? Optional.of(value.get().origin()) : Optional.empty();
  }

  /** Where it stands, for people. */
  String origin() {
    return isInKeyring() ? "the keyring (" + whereItStands() + ")" : whereItStands();
  }

  /** Where it stands itself, which for the name of something in the keyring is not there. */
  String whereItStands() {
    return source.describe(name);
  }

  /** Where it stands, and never the value. */
  @Override
  public String toString() {
    return origin();
  }
}
