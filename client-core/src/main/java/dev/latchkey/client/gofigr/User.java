package dev.latchkey.client.gofigr;

import dev.latchkey.client.ApiClient;
import java.util.List;

/**
 * An account.
 *
 * @param username the name to log in with
 * @param firstName may be empty
 * @param lastName may be empty
 * @param email may be empty
 */
public record User(String username, String firstName, String lastName, String email) {

  /**
   * Asks whose credential this is.
   *
   * @param client a client of a GoFigr profile
   * @return the user as whom the client acts
   * @throws LookupException when the server names nobody
   */
  public static User current(ApiClient client) {
    // The answer is a list, of which the first is the caller; the path has no slash at its end.
    List<Fields> users = Fields.listOf(client.get("user"));
    if (users.isEmpty()) {
      throw new LookupException("The service does not say who you are.");
    }
    Fields me = users.get(0);
    return new User(
        me.text("username"), me.text("first_name"), me.text("last_name"), me.text("email"));
  }
}
