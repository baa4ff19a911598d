package dev.latchkey.sandbox;

import dev.latchkey.sandbox.store.Password;
import java.util.List;
import java.util.Objects;

/**
 * A user of a sandbox: the same one on MGnify's side and on GoFigr's. Immutable. Not a record,
 * since a record prints its password.
 */
public final class SandboxUser {
  private static final List<SandboxUser> DEFAULTS =
      List.of(
          of("demo", "correct horse").withEmail("demo@example.org").withName("Demo", "User"),
          of("alice", "battery staple").withEmail("alice@example.org").withName("Alice", "Liddell"),
          of("Webin-12345", "sea $alt 42"),
          of("Webin-54321", "hot spring"));

  private final String username;
  private final Password password;
  private final String email;
  private final String firstName;
  private final String lastName;

  private SandboxUser(
      String username, Password password, String email, String firstName, String lastName) {
    this.username = Objects.requireNonNull(username, "username");
    this.password = password;
    this.email = Objects.requireNonNull(email, "email");
    this.firstName = Objects.requireNonNull(firstName, "firstName");
    this.lastName = Objects.requireNonNull(lastName, "lastName");
  }

  /**
   * A user.
   *
   * @param username not empty, at most 150 characters; MGnify's look like {@code Webin-12345}
   * @param password not empty
   * @throws IllegalArgumentException if either is not as said
   */
  public static SandboxUser of(String username, String password) {
    if (username.isEmpty() || username.length() > 150 || password.isEmpty()) {
      throw new IllegalArgumentException("A user needs a name, of at most 150, and a password");
    }
    return new SandboxUser(username, new Password(password), username + "@example.org", "", "");
  }

  /**
   * The users of a sandbox that is started without any: {@code demo} with the password {@code
   * correct horse}, {@code alice} with {@code battery staple}, {@code Webin-12345} with {@code sea
   * $alt 42} and {@code Webin-54321} with {@code hot spring}.
   */
  public static List<SandboxUser> defaults() {
    return DEFAULTS;
  }

  /** A copy with this e-mail address. */
  public SandboxUser withEmail(String newEmail) {
    return new SandboxUser(username, password, newEmail, firstName, lastName);
  }

  /** A copy with this first and last name. */
  public SandboxUser withName(String newFirstName, String newLastName) {
    return new SandboxUser(username, password, email, newFirstName, newLastName);
  }

  /** The name to log in with. */
  public String username() {
    return username;
  }

  /** The password to log in with, on both sides. */
  public String password() {
    return password.reveal();
  }

  Password secret() {
    return password;
  }

  /** The e-mail address that GoFigr's side shows. */
  public String email() {
    return email;
  }

  /** The first name that GoFigr's side shows; may be empty. */
  public String firstName() {
    return firstName;
  }

  /** The last name that GoFigr's side shows; may be empty. */
  public String lastName() {
    return lastName;
  }

  @Override
  public String toString() {
    return "SandboxUser[" + username + "]";
  }
}
