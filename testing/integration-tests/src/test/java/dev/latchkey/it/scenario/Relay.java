package dev.latchkey.it.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An address on this machine whose server can go away, and come back as another one. While there is
 * none, it answers as a gateway does. Thread-safe.
 */
final class Relay implements AutoCloseable {

  private static final byte[] BAD_GATEWAY =
      "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int PATIENCE_MILLIS = 2000;

  private final ServerSocket listener;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "relay");
            thread.setDaemon(true);
            return thread;
          });
  private volatile OptionalInt target = OptionalInt.empty();

  Relay() {
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Leads to a port of this machine from now on; every connection to another one breaks. */
  void leadTo(int port) {
    target = OptionalInt.of(port);
    cut();
  }

  void leadNowhere() {
    target = OptionalInt.empty();
    cut();
  }

  private void cut() {
    connections.forEach(Relay::quietly);
    connections.clear();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      cut();
    }
  }

  private void serve(Socket client) {
    connections.add(client);
    OptionalInt port = target;
    try {
      if (port.isPresent()) {
        connect(client, port.getAsInt());
      } else {
        refuse(client);
      }
    } catch (IOException e) {
      quietly(client);
    } finally {
      connections.remove(client);
    }
  }

  private void connect(Socket client, int port) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      threads.execute(() -> pump(server, client));
      pump(client, server);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has gone; so must the other.
    } finally {
      quietly(from);
      quietly(to);
    }
  }

  private static void refuse(Socket client) throws IOException {
    try (client) {
      client.setSoTimeout(PATIENCE_MILLIS);
      InputStream in = client.getInputStream();
      if (in.read() >= 0) {
        client.getOutputStream().write(BAD_GATEWAY);
        client.shutdownOutput();
        // A socket that is closed with something unread takes its answer back.
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more in any case.
    }
  }

  @Override
  public void close() {
    leadNowhere();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
