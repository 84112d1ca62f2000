package ratelab.loadgen.wire;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
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
  private long dials;

  Dialler(Worker worker, EventLoop loop) {
    this.worker = worker;
    this.loop = loop;
    this.limit = new Deadlines.Entry(worker::expireDialling);
  }

  /** Begins; the worker is told the result, perhaps at once. */
  void dial(Origin wanted) throws IOException {
    dials++;
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
      try {
        Connection current = pending == null ? open(wanted) : pending;
        if (!current.establish()) {
          return;
        }
        established = current;
      } catch (IOException e) {
        closePending();
        // TLS that fails would fail at each address.
        if (e instanceof SSLException || !addresses.hasNext()) {
          throw e;
        }
      }
    }
    pending = null;
    stop();
    worker.connected(established);
  }

  private Connection open(Origin wanted) throws IOException {
    Connection opened = new Connection(wanted, addresses.next(), loop.selector(), worker);
    pending = opened;
    return opened;
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
