package ratelab.sampleapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One GET on a connection of its own, which can be given up. */
final class RawRequest implements AutoCloseable {
  private final Socket socket;

  private RawRequest(Socket socket) {
    this.socket = socket;
  }

  static RawRequest get(String url, String id, String... moreHeaders) {
    return send(
        url,
        "GET / HTTP/1.1\r\nHost: test\r\nX-Ratelab-Id: %s\r\n%sConnection: close\r\n\r\n"
            .formatted(
                id, String.join("", List.of(moreHeaders).stream().map(h -> h + "\r\n").toList())));
  }

  /** Whatever the bytes may mean. */
  static RawRequest send(String url, String bytes) {
    URI uri = URI.create(url);
    try {
      var socket = new Socket(uri.getHost(), uri.getPort());
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      return new RawRequest(socket);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int localPort() {
    return socket.getLocalPort();
  }

  /** Waits for the answer: status line, headers and body as they came. */
  String answer() {
    try {
      socket.setSoTimeout(20_000);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits for the end of the connection, which may be a reset; whether anything came before it. */
  boolean wasAnswered() {
    try {
      socket.setSoTimeout(20_000);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException silence) {
      throw new UncheckedIOException(silence);
    } catch (IOException reset) {
      return false;
    }
  }

  /** Gives up as a crashed client does: the server's next packet finds no connection. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
