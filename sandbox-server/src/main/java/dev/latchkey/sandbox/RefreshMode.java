package dev.latchkey.sandbox;

/** What happens to a refresh of a sliding token whose {@code exp} has passed. */
public enum RefreshMode {
  /** It is refused, as all servers of this kind do. */
  STRICT,
  /**
   * It succeeds until {@code refresh_exp}, as their documentation says. Everything else about the
   * token is checked as ever, its signature first.
   */
  DOCUMENTED
}
