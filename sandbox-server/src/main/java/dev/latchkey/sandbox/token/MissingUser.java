package dev.latchkey.sandbox.token;

/** A well-signed token that names no user. */
public final class MissingUser extends OddClaim {
  private static final long serialVersionUID = 1L;

  MissingUser(String claim) {
    super(claim);
  }
}
