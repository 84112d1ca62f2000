package ratelab.loadgen.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Gets a worker its connection: looks the name up if need be and tries one address after another.
 */
final class Dialler {
  private final Worker worker;
  private final EventLoop loop;
  private final Deadlines.Entry limit;
  private Iterator<SocketAddress> addresses = Collections.emptyIterator();
  private @Nullable Origin origin;
  private @Nullable Connection pending;
  private boolean securing;
  private long dials;

  Dialler(Worker worker, EventLoop loop) {
    this.worker = worker;
    this.loop = loop;
    this.limit = new Deadlines.Entry(worker::expireDialling);
  }

  /** Begins; the worker is told the result, perhaps at once. */
  void dial(Origin wanted) throws IOException {
    dials++;
    securing = false;
    origin = wanted;
    loop.diallingLimits().start(limit, loop.now());
    if (wanted.address().isPresent()) {
      addresses = List.of(wanted.address().get()).iterator();
      advance(wanted);
    } else {
      long dial = dials;
      loop.lookUp(wanted, found -> lookedUp(dial, wanted, found));
    }
  }

  private void lookedUp(long dial, Origin wanted, Future<List<SocketAddress>> found) {
    if (dial != dials || origin == null) {
      return;
    }
    worker.lookedUp();
    try {
      addresses = addresses(found);
      advance(wanted);
    } catch (IOException e) {
      worker.fail(e);
    }
  }

  private static Iterator<SocketAddress> addresses(Future<List<SocketAddress>> found)
      throws IOException {
    if (found.state() == Future.State.SUCCESS) {
      return found.resultNow().iterator();
    }
    Throwable cause = found.exceptionNow();
    if (cause instanceof UnknownHostException unknown) {
      throw unknown;
    }
    throw new IOException("the name lookup broke", cause);
  }

  /** The selector has seen something on the connection that is being made. */
  void ready() throws IOException {
    if (origin != null) {
      advance(origin);
    }
  }

  /** Goes on with the connection that is being made, or with the next address. */
  private void advance(Origin wanted) throws IOException {
    Connection established = null;
    while (established == null) {
      Connection current = pending == null ? open(wanted) : pending;
      try {
        if (!current.establish()) {
          noteProgress(current);
          return;
        }
        established = current;
      } catch (IOException e) {
        noteProgress(current);
        closePending();
        // TLS that fails would fail at each address.
        if (securing || !addresses.hasNext()) {
          throw e;
        }
      }
    }
    pending = null;
    stop();
    worker.connected(established);
  }

  /** The limit is for the connection; that of the whole exchange covers TLS. */
  private void noteProgress(Connection current) {
    if (current.isConnected() && !securing) {
      securing = true;
      loop.diallingLimits().stop(limit);
    }
  }

  /** Whether the dialling, if it is under way, has come to TLS. */
  boolean isSecuring() {
    return securing;
  }

  private Connection open(Origin wanted) throws IOException {
    while (true) {
      try {
        Connection opened = new Connection(wanted, addresses.next(), loop.selector(), worker);
        pending = opened;
        return opened;
      } catch (IOException e) {
        if (!addresses.hasNext()) {
          throw e;
        }
      }
    }
  }

  /** Ends the dialling, if it is under way. */
  void stop() {
    loop.diallingLimits().stop(limit);
    origin = null;
    closePending();
  }

  private void closePending() {
    if (pending != null) {
      pending.close();
      pending = null;
    }
  }
}
