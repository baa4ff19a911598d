package dev.latchkey.client.internal.hc5;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient's usual TLS, set up with the first connection that needs it: reading all certificates
 * that the platform trusts takes a good part of a short program's life. Thread-safe under its own
 * lock.
 */
final class LazyTls implements TlsSocketStrategy {

  private @Nullable TlsSocketStrategy usual;

  @Override
  public SSLSocket upgrade(
      Socket socket, String target, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    return usual().upgrade(socket, target, port, attachment, context);
  }

  private synchronized TlsSocketStrategy usual() {
    TlsSocketStrategy known = usual;
    if (known == null) {
      known = DefaultClientTlsStrategy.createDefault();
      usual = known;
    }
    return known;
  }
}
