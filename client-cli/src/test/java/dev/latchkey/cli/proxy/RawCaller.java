package dev.latchkey.cli.proxy;

import java.io.IOException;
import java.io.InputStream;
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
    return send(request(method, path, more));
  }

  /** The first line of the answer to a request whose body does not come. */
  String askWithoutBody(String method, String path, String... more) {
    return send(
        request(method, path, more),
        in -> {
          StringBuilder line = new StringBuilder();
          for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
          }
          return line.toString();
        });
  }

  private String request(String method, String path, String... more) {
    String rest = String.join("\r\n", more);
    return "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n"
            .formatted(method, path, proxy.url().getAuthority(), proxy.token())
        + rest
        + (rest.contains("\r\n\r\n") ? "" : rest.isEmpty() ? "\r\n" : "\r\n\r\n");
  }

  /** Just this. */
  String send(String request) {
    return send(request, in -> new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
  }

  private interface Reading {
    String of(InputStream in) throws IOException;
  }

  private String send(String request, Reading reading) {
    URI url = proxy.url();
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return reading.of(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
