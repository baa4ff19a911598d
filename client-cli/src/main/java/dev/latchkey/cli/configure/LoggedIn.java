package dev.latchkey.cli.configure;

import dev.latchkey.client.ApiClient;

/**
 * A login that the server has taken.
 *
 * @param account whose
 * @param client holds it; who logs in at another device is not to do that twice
 */
record LoggedIn(Account account, ApiClient client) implements AutoCloseable {

  @Override
  public void close() {
    client.close();
  }
}
