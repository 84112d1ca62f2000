package ratelab.exporter.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Many clients of several kinds at one address. Each opens a connection, behaves as its kind does,
 * and comes back when the server has closed it, until the crowd is closed.
 */
public final class Crowd implements AutoCloseable {
  /** What a client does with a new connection; to return or to fail ends it. */
  @FunctionalInterface
  public interface Kind {
    void behave(Socket socket) throws IOException;
  }

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int TIMEOUT_MILLIS = 60_000;

  private final InetSocketAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  public Crowd(InetSocketAddress address) {
    this.address = address;
  }

  /** Adds clients. */
  public void add(int count, Kind kind) {
    for (int i = 0; i < count; i++) {
      clients.execute(() -> comeAgainAndAgain(kind));
    }
  }

  private void comeAgainAndAgain(Kind kind) {
    while (!closed.get()) {
      try (Socket socket = new Socket()) {
        sockets.add(socket);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(address, TIMEOUT_MILLIS);
        kind.behave(socket);
      } catch (IOException e) {
        // The server has had enough of this client, as it should.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Waits until the server closes the connection. */
  public static void untilClosed(Socket socket) throws IOException {
    InputStream input = socket.getInputStream();
    byte[] piece = new byte[1 << 16];
    while (input.read(piece) >= 0) {
      LockSupport.parkNanos(1);
    }
  }

  @Override
  public void close() {
    closed.set(true);
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is closed, then.
      }
    }
    clients.shutdownNow();
  }
}
