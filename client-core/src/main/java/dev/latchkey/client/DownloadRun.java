package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches the bytes of one file that are not there yet. For one thread. */
final class DownloadRun {

  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
  private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/(\\d{1,18})");

  private static final int MOST_BEGINNINGS = 5;

  private final ApiClient client;
  private final ApiRequest request;
  private final Download.DownloadShape shape;
  private final PartialFile part;

  DownloadRun(
      ApiClient client, ApiRequest request, Download.DownloadShape shape, PartialFile part) {
    this.client = client;
    this.request = request;
    this.shape = shape;
    this.part = part;
  }

  void run(Patience patience) {
    try {
      for (int begun = 1; !patience.until(this::attempt); begun++) {
        part.clear();
        if (begun == MOST_BEGINNINGS) {
          throw new DownloadException(
              request + " gives another file each time it is gone on with. Try again later.", null);
        }
      }
    } catch (UncheckedIOException e) {
      throw part.unwritable(e.getCause());
    }
    checkLength();
  }

  /** False when what is there must be thrown away. */
  private boolean attempt() {
    while (true) {
      long before = part.size();
      try {
        client.exchange(ranged(before), (Call.Sink) this::open);
        return true;
      } catch (ChangedException e) {
        return false;
      } catch (RequestFailedException e) {
        // As long as something arrives, it goes on at once.
        if (part.size() <= before || e.reason() == RequestFailedException.Reason.REFUSED) {
          throw e;
        }
      } catch (ApiStatusException e) {
        if (e.status() != 416 || before == 0) {
          throw e;
        }
        return isComplete(e.response(), before);
      }
    }
  }

  private ApiRequest ranged(long from) {
    ApiRequest plain =
        request
            .withHeader("Accept", "*/*")
            .withHeader("Accept-Encoding", "identity")
            .withHeader("Want-Repr-Digest", "sha-256=10");
    Optional<String> validator = part.validator();
    if (from == 0 || validator.isEmpty()) {
      return plain;
    }
    return plain.withHeader("Range", "bytes=" + from + "-").withHeader("If-Range", validator.get());
  }

  private OutputStream open(Reply head) {
    if (head.status() != 206) {
      OptionalLong total = length(head.header("Content-Length").orElse(""));
      return part.begin(head, total, bytes -> shape.progress().at(bytes, total));
    }
    Matcher range = RANGE.matcher(head.header("Content-Range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != part.size()) {
      throw new DownloadException(
          "The server sent another part of the file than was asked for. Remove "
              + part.path()
              + " and try again.",
          null);
    }
    OptionalLong total = length(range.group(2));
    // Servers that do not know If-Range send the rest of what the file has become.
    if (part.isOfAnother(head, total)) {
      throw new ChangedException();
    }
    return part.goOn(head, total, bytes -> shape.progress().at(bytes, total));
  }

  private static OptionalLong length(String text) {
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** What is there may be all there is. */
  private static boolean isComplete(ApiResponse response, long there) {
    Matcher total = UNSATISFIED.matcher(response.header("Content-Range").orElse(""));
    return total.matches() && Long.parseLong(total.group(1)) == there;
  }

  private void checkLength() {
    OptionalLong wanted = shape.length().isPresent() ? shape.length() : part.expected();
    if (wanted.isPresent() && wanted.getAsLong() != part.size()) {
      long is = part.size();
      part.clear();
      throw new DownloadException(
          request
              + " gave "
              + is
              + " bytes, but there should be "
              + wanted.getAsLong()
              + ". They are thrown away; try again.",
          null);
    }
  }

  /** The file is not the one that has been begun. */
  private static final class ChangedException extends ApiException {

    @Serial private static final long serialVersionUID = 1L;

    ChangedException() {
      super("The file has changed while it was fetched.", null);
    }
  }
}
