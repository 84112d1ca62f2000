package ratelab.loadgen.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * One request as the server sees it, and the means to answer it well or badly.
 *
 * @param number of the request, from 1, over all connections
 * @param head request line and headers
 */
public record Exchange(long number, String head, String body, Socket socket) {
  /** A complete answer. */
  public void answer(String status, String answerBody) throws IOException {
    write(
        "HTTP/1.1 "
            + status
            + "\r\nContent-Length: "
            + answerBody.length()
            + "\r\n\r\n"
            + answerBody);
  }

  /** These bytes as they are. */
  public void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Ends the connection as a clean server does. */
  public void close() throws IOException {
    socket.close();
  }

  /** Ends the connection with a reset instead of an end of stream. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** One byte at a time with pauses, for as long as the client stays. */
  public void trickle(String text, Duration pause) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      try {
        write(text.substring(i, i + 1));
      } catch (IOException e) {
        throw new ClientLeftException(e);
      }
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
