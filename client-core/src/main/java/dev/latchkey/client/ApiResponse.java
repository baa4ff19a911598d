package dev.latchkey.client;

import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.pipeline.Reply;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server's answer, read to its end. Immutable; prints its status and size alone. */
public final class ApiResponse {

  private final Reply reply;

  ApiResponse(Reply reply) {
    this.reply = reply;
  }

  /** {@return the URL that answered, after redirects, without the credential} */
  public URI url() {
    return reply.url();
  }

  /** {@return the HTTP status} */
  public int status() {
    return reply.status();
  }

  /**
   * Reads a header.
   *
   * @param name its name, in any case
   * @return its first value, if there is one
   */
  public Optional<String> header(String name) {
    return reply.header(name);
  }

  /** {@return the headers, by name in any case; unmodifiable} */
  public Map<String, List<String>> headers() {
    return Collections.unmodifiableMap(reply.headers());
  }

  /** {@return a copy of the body} */
  public byte[] bytes() {
    return reply.body().clone();
  }

  /** {@return the body as UTF-8 text} */
  public String text() {
    return reply.text();
  }

  /**
   * {@return the body as a tree of {@code Map<String, Object>}, {@code List<Object>}, {@code
   * String}, {@code Number}, {@code Boolean} and null}
   *
   * @throws UnexpectedAnswerException when it is not JSON
   */
  public @Nullable Object json() {
    try {
      return Json.parse(text());
    } catch (IllegalArgumentException e) {
      throw notJson(e);
    }
  }

  /**
   * Reads the JSON body into a class or record of the caller.
   *
   * @param type the class
   * @param <T> the class
   * @return the object
   * @throws UnexpectedAnswerException when it is not JSON, or does not fit the class
   */
  public <T> T as(Class<T> type) {
    try {
      T value = Json.parseAs(text(), type);
      if (value == null) {
        throw new IllegalArgumentException("nothing");
      }
      return value;
    } catch (IllegalArgumentException e) {
      throw notJson(e);
    }
  }

  UnexpectedAnswerException notJson(IllegalArgumentException why) {
    return new UnexpectedAnswerException(
        "The answer from "
            + url().getRawPath()
            + " (status "
            + status()
            + ", "
            + header("Content-Type").orElse("no content type")
            + ") is not what was expected: "
            + unexpected(why)
            + ".");
  }

  private String unexpected(IllegalArgumentException why) {
    if (reply.body().length == 0) {
      return "an empty answer";
    }
    return reply.isPage() ? "an HTML page" : String.valueOf(why.getMessage());
  }

  /** {@return the status and the size of the body} */
  @Override
  public String toString() {
    return "ApiResponse[status " + status() + ", " + reply.body().length + " bytes]";
  }
}
