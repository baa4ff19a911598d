package dev.latchkey.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** Gives every request on the loopback interface the same answer: a token and a page in one. */
final class RehearsalServer implements AutoCloseable {

  private final ServerSocket socket;

  private RehearsalServer(ServerSocket socket) {
    this.socket = socket;
  }

  static RehearsalServer start() throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    RehearsalServer server = new RehearsalServer(socket);
    Thread thread = new Thread(server::serve, "rehearsal");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answer(connection);
      } catch (IOException e) {
        // The client has gone, or the rehearsal is over.
      }
    }
  }

  private static void answer(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    int length = 0;
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).trim());
      }
      line = in.readLine();
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    String body = "{\"token\":\"" + token() + "\",\"count\":1,\"items\":[{\"accession\":\"A\"}]}";
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
    connection
        .getOutputStream()
        .write((head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
  }

  /** A token of an hour, signed by nobody. */
  private static String token() {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"username\":\"somebody\",\"iat\":%d,\"exp\":%d,\"refresh_exp\":%d}"
            .formatted(now, now + 3600, now + 7200);
    return part("{\"alg\":\"HS256\"}") + "." + part(claims) + "." + part("unsigned");
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
