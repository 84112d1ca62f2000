package ratelab.loadgen.engine;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import okhttp3.ConnectionPool;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The connection that one worker keeps between two requests. Servers close idle connections, and
 * without retries a request sent on one would fail, though the server is well; so a connection that
 * is known to be closed is dropped before the next request. OkHttp alone does not look.
 */
final class IdleConnection {
  /** A shorter pause is not worth the millisecond that a look costs. */
  private static final Duration UNSUSPICIOUS = Duration.ofSeconds(1);

  private final ConnectionPool pool;
  private @Nullable Socket socket;
  private long sinceNanos;

  IdleConnection(ConnectionPool pool) {
    this.pool = pool;
  }

  /** The connection falls idle after this answer. */
  void keep(@Nullable Socket used, Response response, long nowNanos) {
    boolean closing =
        response.protocol() == Protocol.HTTP_1_0
            && !"keep-alive".equalsIgnoreCase(response.header("Connection"));
    if (closing) {
      drop();
    } else {
      socket = used;
      sinceNanos = nowNanos;
    }
  }

  /** To be called before the next request: drops the connection if the server has closed it. */
  void check(long nowNanos) {
    Socket idle = socket;
    if (idle != null && nowNanos - sinceNanos >= UNSUSPICIOUS.toNanos() && !silent(idle)) {
      drop();
    }
  }

  /** An idle connection has nothing to say: an end of stream and stray bytes are equally bad. */
  private static boolean silent(Socket idle) {
    try {
      int timeout = idle.getSoTimeout();
      idle.setSoTimeout(1);
      try {
        idle.getInputStream().read();
        return false;
      } catch (SocketTimeoutException e) {
        return true;
      } finally {
        idle.setSoTimeout(timeout);
      }
    } catch (IOException e) {
      return false;
    }
  }

  void drop() {
    socket = null;
    pool.evictAll();
  }
}
