package dev.latchkey.client.internal.hc5;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Placement;
import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.Exchange;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import dev.latchkey.client.internal.pipeline.ExchangeException.Kind;
import dev.latchkey.client.internal.pipeline.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP by Apache HttpClient 5. Thread-safe. */
final class HttpTransport implements Exchange, AutoCloseable {

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
    // Not within the last millisecond: what it breaks then would not look late.
    Future<?> alarm = timer.schedule(request::cancel, left.toMillis() + 1, TimeUnit.MILLISECONDS);
    AnswerReading reading = new AnswerReading(call, limits, alarm, request::cancel);
    HttpClientContext context = context(call);
    try {
      return client.execute(request, context, reading);
    } catch (IOException e) {
      // What is cut breaks off the connection.
      return reading.cut().orElseThrow(() -> failure(call, e, context));
    } finally {
      alarm.cancel(false);
    }
  }

  private HttpUriRequestBase request(Call call) {
    Credential credential = call.credential().orElse(null);
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.url());
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

  private static HttpClientContext context(Call call) {
    HttpClientContext context = HttpClientContext.create();
    Credential credential = call.credential().orElse(null);
    if (credential != null && credential.placement() instanceof Placement.Query query) {
      context.setAttribute(
          LateQuery.ATTRIBUTE, new LateQuery.Parameter(query.name(), credential.reveal()));
    }
    return context;
  }

  private static Duration shorter(Duration one, Duration other) {
    Duration shorter = one.compareTo(other) < 0 ? one : other;
    return shorter.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : shorter;
  }

  private static ExchangeException failure(Call call, IOException e, HttpClientContext context) {
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
    if (e instanceof ClientProtocolException) {
      // Without the cause, which quotes the line that could not be read.
      return failure(Kind.BROKEN, call, "the answer is not HTTP", null);
    }
    if (context.getEndpointDetails() == null) {
      // Known once there is a connection to send on: without a network, there is a plain error.
      return failure(Kind.NOT_CONNECTED, call, "no connection came about", e);
    }
    return failure(Kind.BROKEN, call, "the connection broke", e);
  }

  private static ExchangeException failure(
      Kind kind, Call call, String why, @Nullable IOException cause) {
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
