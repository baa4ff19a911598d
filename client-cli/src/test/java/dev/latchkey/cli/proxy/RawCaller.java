package dev.latchkey.cli.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends bytes as they are, which no HTTP library would let pass, and reads the answer to its end.
 */
final class RawCaller {

  private static final int PATIENCE_MILLIS = 60_000;

  private final LoopbackProxy proxy;

  RawCaller(LoopbackProxy proxy) {
    this.proxy = proxy;
  }

  /** With the headers that a good request has. */
  String ask(String method, String path, String... more) {
    return send(method, path, String.join("\r\n", more));
  }

  private String send(String method, String path, String more) {
    String host = proxy.url().getAuthority();
    return send(
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nAuthorization: Bearer "
            + proxy.token()
            + "\r\nConnection: close\r\n"
            + more
            + (more.isEmpty() || more.contains("\r\n\r\n") ? "" : "\r\n")
            + (more.contains("\r\n\r\n") ? "" : "\r\n"));
  }

  /** Just this. */
  String send(String request) {
    URI url = proxy.url();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
