package dev.latchkey.client.internal.paging;

import dev.latchkey.client.internal.json.Json.ListBody;
import dev.latchkey.client.internal.pipeline.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page as it was read.
 *
 * @param at where it is
 * @param reply the answer it came in
 * @param body what the answer holds
 * @param count how many records the whole list has, if the server says
 * @param <T> the type of the records
 */
public record PageContent<T>(Position at, Reply reply, ListBody<T> body, OptionalLong count) {

  /** {@return the records} */
  public List<T> items() {
    return body.items();
  }

  boolean isEmpty() {
    return items().isEmpty();
  }

  boolean repeats(PageContent<T> other) {
    return !isEmpty() && Arrays.equals(reply.body(), other.reply.body());
  }

  boolean sharesRecordsWith(PageContent<T> other) {
    return items().stream().anyMatch(other.items()::contains);
  }
}
