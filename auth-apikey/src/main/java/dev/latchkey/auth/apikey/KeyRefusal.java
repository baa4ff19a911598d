package dev.latchkey.auth.apikey;

import dev.latchkey.auth.ApiKeyException;
import dev.latchkey.auth.AuthReply;
import dev.latchkey.auth.ServerText;

/** Says why the server did not do with a key what was asked. */
final class KeyRefusal {

  /** GoFigr's limit for each user. */
  private static final int MOST_KEYS = 25;

  private static final String NO_SUCH_KEY = "there is no such key among yours";

  private KeyRefusal() {}

  /**
   * Of a new key.
   *
   * @param name of the key
   * @param reply what the server answered
   * @param held how many keys there are
   */
  static ApiKeyException toCreate(String name, AuthReply reply, int held) {
    String advice =
        held < MOST_KEYS
            ? ""
            : " You have "
                + held
                + " keys, and "
                + MOST_KEYS
                + " are the most: find one to give up with 'latchkey keys list', and revoke it with"
                + " 'latchkey keys revoke ID'.";
    return of("create the API key '" + name + "'", reply, advice);
  }

  /** Of something about one key. */
  static ApiKeyException ofOne(String act, AuthReply reply) {
    return reply.status() == 404
        ? new ApiKeyException(sentence(act, NO_SUCH_KEY + " (status 404)"), 404)
        : of(act, reply);
  }

  /** Of a key that cannot exist. */
  static ApiKeyException unknown(String act) {
    return new ApiKeyException(sentence(act, NO_SUCH_KEY), 404);
  }

  /** Of anything else. */
  static ApiKeyException of(String act, AuthReply reply) {
    String advice =
        reply.status() == 403
            ? " Keys are managed with a user name and password or a login by device, not with a"
                + " key."
            : "";
    return of(act, reply, advice);
  }

  private static ApiKeyException of(String act, AuthReply reply, String advice) {
    String why = said(reply) + " (status " + reply.status() + ")";
    return new ApiKeyException(sentence(act, why) + advice, reply.status());
  }

  private static String sentence(String act, String why) {
    return "Could not " + ServerText.clean(act) + ": " + why + ".";
  }

  private static String said(AuthReply reply) {
    String reason = reply.reason();
    return reason.isBlank() ? "the server refused" : "the server says: " + reason;
  }
}
