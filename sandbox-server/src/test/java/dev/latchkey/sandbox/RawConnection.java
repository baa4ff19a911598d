package dev.latchkey.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends what no HTTP library would send, and waits a while for an answer. It opens a connection
 * again when the server has ended it. Not thread-safe.
 */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE = 25_000;

  private final URI server;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();

  RawConnection(URI server) {
    this.server = server;
  }

  /** What is answered to {@code request}, which is a whole one; to HEAD comes no body. */
  RawAnswer send(byte[] request) throws IOException {
    boolean reused = socket.isConnected() && !socket.isClosed();
    try {
      return answer(request);
    } catch (EndedEarly e) {
      close();
      if (reused) {
        return answer(request);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private RawAnswer answer(byte[] request) throws IOException {
    if (!socket.isConnected() || socket.isClosed()) {
      socket = new Socket(server.getHost(), server.getPort());
      socket.setSoTimeout(PATIENCE);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    try {
      socket.getOutputStream().write(request);
    } catch (IOException e) {
      throw new EndedEarly(e);
    }
    String first = line();
    if (!first.startsWith("HTTP/1.1 ")) {
      throw new IOException("No answer, but: " + first);
    }
    int status = Integer.parseInt(first.split(" ", 3)[1]);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].trim());
    }
    boolean head = request[0] == 'H';
    String body = head || status == 204 || status == 304 ? "" : body(headers);
    if (headers.getOrDefault("connection", "").equals("close")) {
      close();
    }
    return new RawAnswer(status, headers, body);
  }

  private String body(Map<String, String> headers) throws IOException {
    if (!headers.containsKey("transfer-encoding")) {
      return text(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    StringBuilder body = new StringBuilder();
    for (int size = chunk(); size > 0; size = chunk()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String text(int size) throws IOException {
    byte[] read = in.readNBytes(size);
    if (read.length < size) {
      throw new IOException("The answer ended after " + read.length + " of " + size + " bytes");
    }
    return new String(read, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = next(); next != '\n'; next = next()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EndedEarly(new EOFException());
    }
    return next;
  }

  /** An answer as it came. */
  record RawAnswer(int status, Map<String, String> headers, String body) {
    String contentType() {
      return headers.getOrDefault("content-type", "");
    }
  }

  /** No answer, or not all of its head. */
  private static final class EndedEarly extends IOException {
    private static final long serialVersionUID = 1L;

    EndedEarly(IOException cause) {
      super("The connection ended before there was an answer", cause);
    }
  }
}
