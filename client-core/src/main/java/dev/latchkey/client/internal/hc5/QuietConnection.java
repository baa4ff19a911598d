package dev.latchkey.client.internal.hc5;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/**
 * HttpClient's connection without its logging of headers and bodies, whatever level an application
 * has given its loggers: credentials and passwords stand there.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {

  private static final AtomicLong NUMBERS = new AtomicLong();

  QuietConnection() {
    super(
        "http-outgoing-" + NUMBERS.getAndIncrement(),
        null,
        null,
        null,
        null,
        null,
        null,
        QuietParser::new);
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new SocketHolder(socket));
  }

  @Override
  public void bind(SSLSocket secured, Socket socket) throws IOException {
    bind(new SocketHolder(secured, socket));
  }

  @Override
  protected void onRequestSubmitted(ClassicHttpRequest request) {}

  @Override
  protected void onResponseReceived(ClassicHttpResponse response) {}
}
