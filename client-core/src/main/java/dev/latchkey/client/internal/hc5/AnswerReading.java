package dev.latchkey.client.internal.hc5;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.ExchangeException.Kind;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;

/** Reads one answer: into memory, as far as it may be large, or into a stream. For one thread. */
final class AnswerReading implements HttpClientResponseHandler<Reply> {

  /** What is kept of an error, and of an answer beside a stream, to which many may lead at once. */
  private static final int LARGEST_ASIDE = 1 << 20;

  private final Call call;
  private final TransportLimits limits;
  private final Future<?> alarm;
  private final Runnable cancel;
  private Optional<Reply> cut = Optional.empty();

  /**
   * Prepares to read.
   *
   * @param alarm ends the call when its time is over
   * @param cancel ends it at once; else the rest of what nobody takes would be read to its end
   */
  AnswerReading(Call call, TransportLimits limits, Future<?> alarm, Runnable cancel) {
    this.call = call;
    this.limits = limits;
    this.alarm = alarm;
    this.cancel = cancel;
  }

  /** The error whose body went on beyond what is kept of it. */
  Optional<Reply> cut() {
    return cut;
  }

  @Override
  public Reply handleResponse(ClassicHttpResponse response) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    Reply head = new Reply(call.url(), response.getCode(), headers, new byte[0]);
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return head;
    }
    Optional<Call.Sink> sink = call.sink().filter(streams -> streams.takes(head.status()));
    try (InputStream in = entity.getContent()) {
      return sink.isPresent() ? stream(head, in, sink.get()) : whole(head, in);
    }
  }

  private Reply whole(Reply head, InputStream in) throws IOException {
    boolean error = head.status() >= 400;
    int most =
        error || call.sink().isPresent()
            ? Math.min(LARGEST_ASIDE, limits.largestBody())
            : limits.largestBody();
    byte[] body = in.readNBytes(most);
    Reply reply = new Reply(head.url(), head.status(), head.headers(), body);
    if (in.read() < 0) {
      return reply;
    }
    if (!error) {
      throw new ExchangeException(
          Kind.REFUSED, "The answer to " + call + " is larger than " + most + " bytes.", null);
    }
    cut = Optional.of(reply);
    cancel.run();
    return reply;
  }

  private Reply stream(Reply head, InputStream in, Call.Sink sink) throws IOException {
    alarm.cancel(false);
    try (OutputStream out = sink.open(head)) {
      copy(in, out);
    } catch (IOException | RuntimeException e) {
      cancel.run();
      throw e;
    }
    return head;
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 17];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
  }
}
