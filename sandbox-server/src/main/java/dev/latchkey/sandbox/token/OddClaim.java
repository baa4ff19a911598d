package dev.latchkey.sandbox.token;

/** A well-signed claim that makes simplejwt itself fail (status 500), such as a far-away date. */
public class OddClaim extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OddClaim(String name) {
    super("claim '" + name + "' is missing or cannot be read");
  }
}
