package ratelab.loadgen.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.engine.Failure;
import ratelab.loadgen.engine.Reached;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.schedule.Turns;

/**
 * One request in flight at a time, on a connection of the worker's own. Everything happens on the
 * event loop's thread. Whatever the server does, an attempt that has begun ends exactly once, at
 * the latest by {@link #expire}.
 */
final class Worker {
  /** Then other workers have their turn, however much one server sends. */
  private static final int MOST_READS_IN_A_ROW = 16;

  private enum Stage {
    IDLE,
    DIAL,
    EXCHANGE
  }

  private final EventLoop loop;
  private final ExchangeSettings settings;
  private final Messages messages;
  private final Turns turns;
  private final Attempt attempt;
  private final Deadlines.Entry limit = new Deadlines.Entry(this::expire);
  private final Dialler dialler;
  private final Outgoing outgoing = new Outgoing();
  private final ResponseReader reader = new ResponseReader();
  private final Stamps stamps = new Stamps();
  private Stage stage = Stage.IDLE;
  private @Nullable Message message;
  private @Nullable Connection connection;
  private int hops;

  Worker(int number, Turns turns, EventLoop loop, ExchangeSettings settings, Messages messages) {
    this.turns = turns;
    this.loop = loop;
    this.settings = settings;
    this.messages = messages;
    attempt = new Attempt(number);
    dialler = new Dialler(this, loop);
  }

  /** When it may send. */
  Turns turns() {
    return turns;
  }

  /** The limit of the request in flight. */
  Deadlines.Entry limit() {
    return limit;
  }

  /** What is recorded of the request in flight, or of the last one. */
  Attempt attempt() {
    return attempt;
  }

  /** Sends the request of the attempt, which has begun now. */
  void send(long nowNanos) {
    loop.limits().start(limit, nowNanos);
    hops = 0;
    reader.begin(false);
    try {
      send(messages.message(attempt.id()));
    } catch (IOException e) {
      fail(e);
    }
  }

  private void send(Message next) throws IOException {
    message = next;
    reader.begin(next.toHead());
    outgoing.begin(next, attempt.id());
    stamps.begin();
    Connection kept = connection;
    if (kept != null && kept.leadsTo(next.origin())) {
      exchange(kept, loop.now());
    } else {
      disconnect();
      stage = Stage.DIAL;
      stamps.dialling(loop.now());
      dialler.dial(next.origin());
    }
  }

  /** The dialler knows the addresses. */
  void lookedUp() {
    stamps.lookedUp(loop.now());
  }

  /** The dialler has a connection. */
  void connected(Connection fresh) throws IOException {
    long now = loop.now();
    connection = fresh;
    stamps.dialled(now);
    exchange(fresh, now);
  }

  private void exchange(Connection to, long now) throws IOException {
    stage = Stage.EXCHANGE;
    attempt.sentFrom(to.localPort());
    stamps.acquired(now);
    write(to);
  }

  /** The selector has seen something on the worker's connection. */
  void ready() {
    try {
      Connection current = connection;
      if (stage == Stage.DIAL) {
        dialler.ready();
      } else if (current != null && stage == Stage.IDLE) {
        listen(current);
      } else if (current != null) {
        if (outgoing.blocked() || current.hasUnsent()) {
          write(current);
        }
        read(current);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Between two requests a server has nothing to say: its bytes would be taken for an answer. */
  private void listen(Connection idle) {
    if (!quiet(idle)) {
      disconnect();
    }
  }

  private boolean quiet(Connection idle) {
    try {
      return idle.read(loop.emptyBuffer()) == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private void write(Connection to) throws IOException {
    try {
      outgoing.writeTo(to);
    } catch (IOException e) {
      // The server may have answered before it stopped reading, so what it said still counts.
      outgoing.refuse();
    }
    if (outgoing.complete()) {
      stamps.written(loop.now());
    }
    to.watchForResponse(outgoing.blocked());
  }

  private void read(Connection from) throws IOException {
    for (int i = 0; i < MOST_READS_IN_A_ROW; i++) {
      ByteBuffer in = loop.emptyBuffer();
      int count = from.read(in);
      if (count == 0) {
        return;
      }
      long now = loop.now();
      if (count < 0) {
        endOfStream(now);
        return;
      }
      if (!reader.started()) {
        stamps.answering(now);
      }
      if (reader.take(in.flip())) {
        boolean surplus = in.hasRemaining() || (from.mayHaveMore() && !quiet(from));
        complete(now, surplus);
        return;
      }
      if (reader.continued() && outgoing.release()) {
        write(from);
      }
      if (!from.mayHaveMore()) {
        return;
      }
    }
    loop.readOn(this);
  }

  private void endOfStream(long now) throws IOException {
    if (!reader.endsWithConnection()) {
      throw new IOException("the server has closed the connection", new EOFException());
    }
    complete(now, true);
  }

  /**
   * The response is complete.
   *
   * @param surplus whether there was more: another response could not be told from it
   */
  private void complete(long now, boolean surplus) throws IOException {
    Message answered = current();
    if (surplus || !reader.persistent() || answered.closes() || !outgoing.complete()) {
      disconnect();
    }
    Request next =
        settings.followRedirects()
            ? Redirects.next(answered.request(), reader.status(), reader.location())
            : null;
    if (next != null) {
      hop(next);
      return;
    }
    describe();
    stamps.describe(attempt, now);
    attempt.answered(now);
    end();
  }

  private void hop(Request next) throws IOException {
    hops++;
    if (hops > Redirects.MOST) {
      reader.begin(false);
      throw new ProtocolException("more than " + Redirects.MOST + " redirects");
    }
    send(messages.message(next));
  }

  private Message current() {
    if (message == null) {
      throw new IllegalStateException("no request is in flight");
    }
    return message;
  }

  private void describe() {
    if (reader.headed()) {
      attempt.answering(reader.status(), reader.protocol());
      attempt.received(reader.bodyBytes());
    }
  }

  /** The attempt ends without an answer. */
  void fail(IOException e) {
    fail(Failure.of(e, reached(), settings));
  }

  private Reached reached() {
    if (stage != Stage.EXCHANGE) {
      return dialler.isSecuring() ? Reached.SECURING : Reached.CONNECTING;
    }
    return reader.headed() ? Reached.ANSWERING : Reached.CONNECTED;
  }

  private void fail(Failure failure) {
    end(failure.outcome(), failure.cause());
  }

  private void end(Outcome outcome, String cause) {
    describe();
    attempt.end(outcome, cause, loop.now());
    disconnect();
    end();
  }

  private void end() {
    stage = Stage.IDLE;
    loop.ended(this);
  }

  /** The attempt has reached its limit. */
  void expire() {
    fail(Failure.timeout(reached(), settings.timeout()));
  }

  /** The attempt has reached the limit for connecting. */
  void expireDialling() {
    fail(Failure.timeout(Reached.CONNECTING, settings.access().connectTimeout()));
  }

  /** Gives the attempt up if it is in flight. */
  void abandon() {
    if (stage != Stage.IDLE) {
      end(Outcome.IN_FLIGHT, "");
    }
  }

  /** Closes the connection, if there is one or is about to be one. */
  void disconnect() {
    dialler.stop();
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
