package dev.latchkey.sandbox.mgnify;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Endpoint;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Optional;

/**
 * How a kind of server reads requests and words its answers; what a token means is not its matter.
 */
interface Manners {
  /** An endpoint that answers {@code method}, and what a server of this kind adds by itself. */
  Endpoint endpoint(String path, HandlerType method, Handler handler);

  /** Refuses any other method than those in {@code allowed}. */
  Handler notAllowed(String allowed);

  /** Answers a list's path that lacks its last slash. */
  Handler withoutSlash();

  /** What is sent to log in. */
  Credentials login(Context ctx);

  /** Answers a login. */
  JsonObject loggedIn(String username, String token);

  /** Refuses a login. */
  Refusal notLoggedIn();

  /** Refuses logins for a while. */
  Refusal throttled(long seconds);

  /** The token sent to be verified, never null. */
  JsonElement tokenToVerify(Context ctx);

  /** The token sent to be refreshed, never null. */
  JsonElement tokenToRefresh(Context ctx);

  /** Answers a refresh. */
  JsonObject refreshed(String token);

  /** Refuses a token that was to be verified or refreshed. */
  Refusal rejected(String reason);

  /** The token that a request is made with, if there is one. */
  Optional<String> bearer(Context ctx);

  /** Refuses a request that is made without a token. */
  Refusal anonymous();

  /** Refuses a request that is made with a bad token. */
  Refusal rejectedUse(String reason);

  /** Refuses a request with a token that names nobody; empty if such a token makes it fail. */
  Optional<Refusal> nobody();

  /** Refuses a request with the token of a user who is gone; empty if users are not looked up. */
  Optional<Refusal> goneUser();

  /** Refuses a refresh for a user who is gone; empty if users are not looked up then. */
  Optional<Refusal> goneUserAtRefresh();

  /** Refuses a parameter with a value that is not among its choices. */
  Refusal otherThan(Choice choice, String value);

  /** The part of a list that is asked for. */
  Page page(Context ctx);
}
