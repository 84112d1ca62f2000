package ratelab.loadgen.engine;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.RunClock;

/** One worker's exchanges through a client of its own. */
final class OkHttpExchanger implements Exchanger {
  private static final long PIECE_BYTES = 8192;

  private final ExchangeSettings settings;
  private final OkHttpClient client;
  private final CallTimings timings;
  private final HopGuard hops;
  private final Optional<IdleConnection> idle;
  private final RunClock clock;
  private final Buffer piece = new Buffer();
  private volatile @Nullable Call current;
  private volatile boolean abandoned;

  /**
   * @param idle looks after the connection between two requests; empty if it is not the worker's
   *     own
   */
  OkHttpExchanger(
      ExchangeSettings settings,
      OkHttpClient client,
      CallTimings timings,
      HopGuard hops,
      Optional<IdleConnection> idle,
      RunClock clock) {
    this.settings = settings;
    this.client = client;
    this.timings = timings;
    this.hops = hops;
    this.idle = idle;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    idle.ifPresent(connection -> connection.check(clock.elapsedNanos()));
  }

  @Override
  public void exchange(Attempt attempt) {
    timings.begin();
    hops.begin();
    Request request;
    try {
      request = request(attempt.id());
    } catch (IllegalArgumentException e) {
      attempt.end(
          Outcome.PROTOCOL, "the request cannot be made: " + e.getMessage(), clock.elapsedNanos());
      return;
    }
    Call call = client.newCall(request);
    current = call;
    if (abandoned) {
      call.cancel();
    }
    try (Response response = call.execute()) {
      attempt.answering(response.code(), name(response.protocol()));
      receive(response.body().source(), attempt);
      long now = clock.elapsedNanos();
      timings.describe(attempt, now);
      attempt.answered(now);
      idle.ifPresent(connection -> connection.keep(timings.socket(), response, now));
    } catch (IOException e) {
      end(attempt, e);
    }
    Socket socket = timings.socket();
    attempt.sentFrom(socket == null ? Attempt.NO_PORT : socket.getLocalPort());
  }

  private Request request(long id) {
    Request request = settings.requests().request(id);
    return settings.idHeader().isEmpty()
        ? request
        : request.newBuilder().header(settings.idHeader().get(), Long.toString(id)).build();
  }

  private static String name(Protocol protocol) {
    return protocol == Protocol.H2_PRIOR_KNOWLEDGE ? "h2c" : protocol.toString();
  }

  private void receive(BufferedSource body, Attempt attempt) throws IOException {
    for (long bytes = body.read(piece, PIECE_BYTES);
        bytes != -1;
        bytes = body.read(piece, PIECE_BYTES)) {
      attempt.received(bytes);
      piece.clear();
    }
  }

  private void end(Attempt attempt, IOException e) {
    long now = clock.elapsedNanos();
    boolean headed = attempt.status() != Attempt.NO_STATUS;
    Failure failure = Failure.of(e, headed ? Reached.ANSWERING : timings.reached(), settings);
    if (abandoned && !failure.outcome().isTimeout()) {
      attempt.end(Outcome.IN_FLIGHT, "", now);
    } else {
      attempt.end(failure.outcome(), failure.cause(), now);
    }
  }

  @Override
  public void abandon() {
    abandoned = true;
    Call call = current;
    if (call != null) {
      call.cancel();
    }
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }
}
