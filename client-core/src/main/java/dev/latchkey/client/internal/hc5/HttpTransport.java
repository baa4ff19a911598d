package dev.latchkey.client.internal.hc5;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.ExchangeException.Kind;
import dev.latchkey.client.internal.pipeline.Reply;
import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP by Apache HttpClient 5. Thread-safe. */
final class HttpTransport implements Exchange, AutoCloseable {

  /** What is kept of an answer beside a stream, to which many may lead at once. */
  private static final int LARGEST_ASIDE = 1 << 20;

  private final CloseableHttpClient client;
  private final TransportLimits limits;
  private final ScheduledThreadPoolExecutor timer = DaemonTimer.create();

  HttpTransport(TransportLimits limits) {
    this.limits = limits;
    this.client = HttpClients5.create(limits);
  }

  @Override
  public Reply send(Call call) {
    HttpUriRequestBase request = request(call);
    Duration left = call.timeLeft();
    if (left.isNegative() || left.isZero()) {
      throw timedOut(call, null);
    }
    // Socket timeouts bound the wait for each packet; a slow sender is stopped by the timer.
    Future<?> alarm = timer.schedule(request::cancel, left.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> read(call, response, alarm, request::cancel));
    } catch (IOException e) {
      throw failure(call, e);
    } finally {
      alarm.cancel(false);
    }
  }

  private HttpUriRequestBase request(Call call) {
    URI url = call.url();
    Credential credential = call.credential().orElse(null);
    if (credential != null && credential.placement() instanceof Placement.Query query) {
      url = UrlParameters.append(url, query.name(), credential.reveal());
    }
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), url);
    call.headers().forEach(request::setHeader);
    if (credential != null && credential.placement() instanceof Placement.Header header) {
      request.setHeader(header.name(), credential.reveal());
    }
    byte[] body = call.body();
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body, null));
    }
    call.upload()
        .ifPresent(
            upload -> request.setEntity(new InputStreamEntity(upload.in(), upload.length(), null)));
    request.setConfig(
        RequestConfig.custom()
            .setContentCompressionEnabled(call.sink().isEmpty())
            .setResponseTimeout(Timeout.of(shorter(limits.responseTimeout(), call.timeLeft())))
            .build());
    return request;
  }

  private static Duration shorter(Duration one, Duration other) {
    Duration shorter = one.compareTo(other) < 0 ? one : other;
    return shorter.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : shorter;
  }

  private Reply read(Call call, ClassicHttpResponse response, Future<?> alarm, Runnable cancel)
      throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    Reply head = new Reply(call.url(), response.getCode(), headers, new byte[0]);
    if (response.getEntity() == null) {
      return head;
    }
    Call.Sink sink = call.sink().filter(streams -> streams.takes(head.status())).orElse(null);
    if (sink != null) {
      alarm.cancel(false);
      return stream(head, response.getEntity(), sink, cancel);
    }
    int most =
        call.sink().isPresent()
            ? Math.min(LARGEST_ASIDE, limits.largestBody())
            : limits.largestBody();
    try (InputStream in = response.getEntity().getContent()) {
      byte[] body = in.readNBytes(most);
      if (in.read() >= 0) {
        throw new ExchangeException(
            Kind.REFUSED, "The answer to " + call + " is larger than " + most + " bytes.", null);
      }
      return new Reply(call.url(), response.getCode(), headers, body);
    }
  }

  private static Reply stream(Reply head, HttpEntity body, Call.Sink sink, Runnable cancel)
      throws IOException {
    try (InputStream in = body.getContent()) {
      // Unless it is cancelled, the rest of what nobody takes would be read to its end.
      try (OutputStream out = sink.open(head)) {
        copy(in, out);
      } catch (IOException | RuntimeException e) {
        cancel.run();
        throw e;
      }
    }
    return head;
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 17];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
    }
  }

  private static ExchangeException failure(Call call, IOException e) {
    if (e instanceof UnknownHostException) {
      return failure(Kind.NOT_CONNECTED, call, "its address is not known", e);
    }
    if (e instanceof ConnectTimeoutException) {
      return failure(Kind.NOT_CONNECTED, call, "the connection took too long", e);
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return failure(Kind.NOT_CONNECTED, call, "the connection was refused", e);
    }
    if (e instanceof SSLException tls) {
      return new ExchangeException(
          Kind.REFUSED, "Could not " + describe(call) + ": " + TlsFailure.of(tls), e);
    }
    if (e instanceof SocketTimeoutException || call.timeLeft().isNegative()) {
      return timedOut(call, e);
    }
    return failure(Kind.BROKEN, call, "the connection broke", e);
  }

  private static ExchangeException failure(Kind kind, Call call, String why, IOException cause) {
    return new ExchangeException(
        kind,
        "Could not " + describe(call) + ": " + why + ". Check the network and the base URL.",
        cause);
  }

  private static ExchangeException timedOut(Call call, @Nullable IOException cause) {
    return new ExchangeException(
        Kind.TIMED_OUT,
        "Could not " + describe(call) + " in time. Try again, or allow more with latchkey.timeout.",
        cause);
  }

  private static String describe(Call call) {
    return call + " at " + call.origin();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
