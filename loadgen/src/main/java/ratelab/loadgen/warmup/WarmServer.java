package ratelab.loadgen.warmup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Answers every request with the same few bytes, on a free port of the loopback interface: just
 * enough HTTP/1.1 for requests of our own whose bodies have a length.
 */
final class WarmServer implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nwarm\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int BACKLOG = 64;
  private static final String LENGTH = "content-length:";

  private final ServerSocket listener;
  private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

  WarmServer() throws IOException {
    listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("warm-server").start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listener.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        Thread.ofVirtual().name("warm-server").start(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed: the warm-up is over.
    }
  }

  private static void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        long body = 0;
        while (!line.isEmpty()) {
          body =
              line.startsWith(LENGTH)
                  ? Long.parseLong(line.substring(LENGTH.length()).strip())
                  : body;
          line = line(in);
        }
        in.skipNBytes(body);
        connection.getOutputStream().write(ANSWER);
      }
    } catch (IOException | NumberFormatException e) {
      // The client has left.
    }
  }

  /** A line in lower case; empty for an empty one and for the end of the stream. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append(Character.toLowerCase((char) next));
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
