package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A request that is sent on for somebody else, whose answer goes to them as it arrives, whatever
 * its status: neither body is held in memory as a whole, and a compressed one stays so. The
 * credential is put on, renewed, and kept to the profile's origin as in {@link
 * ApiClient#send(ApiRequest)}; redirects are followed there and refused elsewhere. Nothing is sent
 * again after a broken connection or a busy server's answer, which is for whoever asked to decide.
 * Immutable, but a body can be sent once.
 */
public final class Relay {

  /** A body of this size is kept, so that it can be sent again with a new credential. */
  private static final int KEPT_BODY = 1 << 20;

  private static final Set<Integer> HANDLED_HERE = Set.of(301, 302, 303, 307, 308, 401);

  private final ApiClient client;
  private final ApiRequest request;
  private final Optional<Call.Upload> body;
  private final String contentType;

  Relay(ApiClient client, ApiRequest request) {
    this(client, request, Optional.empty(), "");
  }

  private Relay(
      ApiClient client, ApiRequest request, Optional<Call.Upload> body, String contentType) {
    this.client = client;
    this.request = request;
    this.body = body;
    this.contentType = contentType;
  }

  /** Takes an answer. */
  @FunctionalInterface
  public interface Receiver {

    /**
     * Takes the head of the answer; called once at most.
     *
     * @param head status and headers, without the body
     * @return where the body goes; closed at its end, or where it breaks off. A fault of its own is
     *     thrown as {@link UncheckedIOException}
     */
    OutputStream receive(ApiResponse head);
  }

  /**
   * Sets the body.
   *
   * @param in where it is read; not closed here
   * @param length how many bytes there are, if that is known
   * @param type its media type; empty where nobody says
   * @return the changed copy
   */
  public Relay body(InputStream in, OptionalLong length, String type) {
    return new Relay(client, request, Optional.of(new Call.Upload(in, length.orElse(-1))), type);
  }

  /**
   * Sends the request and hands on its answer.
   *
   * @param receiver who takes the answer
   * @throws RequestFailedException when there is no answer, or it breaks off
   * @throws dev.latchkey.auth.AuthException when there is no credential to send, or no way to renew
   *     it
   * @throws UncheckedIOException when the body cannot be read, or the receiver fails
   */
  public void to(Receiver receiver) {
    Delivery delivery = new Delivery(receiver);
    try {
      delivery.finish(client.parts().relaying().send(call().boundInto(delivery)));
    } catch (ExchangeException e) {
      throw RequestFailedException.of(e);
    }
  }

  private Call call() {
    Call call = Call.of(request.method(), request.url(client.baseUrl()));
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      call = call.withHeader(header.getKey(), header.getValue());
    }
    return body.isPresent() ? withBody(call, body.get()) : call;
  }

  private Call withBody(Call call, Call.Upload whole) {
    try {
      byte[] begin = whole.in().readNBytes(KEPT_BODY + 1);
      if (begin.length <= KEPT_BODY) {
        return call.withBody(begin, contentType);
      }
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(begin), whole.in());
      return call.withUpload(new Call.Upload(all, whole.length()), contentType);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return method and path} */
  @Override
  public String toString() {
    return "Relay[" + request.method() + "]";
  }

  /** Hands on the answer that is not an affair between client and server. */
  private static final class Delivery implements Call.Sink {

    private final Receiver receiver;
    private boolean begun;

    Delivery(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public boolean takes(int status) {
      return !HANDLED_HERE.contains(status);
    }

    @Override
    public OutputStream open(Reply head) {
      begun = true;
      return receiver.receive(new ApiResponse(head));
    }

    void finish(Reply reply) {
      if (begun) {
        return;
      }
      try (OutputStream out = open(reply)) {
        out.write(reply.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
