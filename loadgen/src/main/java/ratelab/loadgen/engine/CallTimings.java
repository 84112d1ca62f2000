package ratelab.loadgen.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Phase;
import ratelab.loadgen.record.RunClock;

/**
 * Time stamps of the exchange under way, from OkHttp's events. One object per worker serves all its
 * calls; after redirects the stamps are those of the last request, as in hey.
 */
final class CallTimings extends EventListener {
  private static final long UNSET = -1;

  private final RunClock clock;
  private @Nullable Socket socket;
  private boolean securing;
  private long dialStart;
  private long dialEnd;
  private long lookupStart;
  private long lookupEnd;
  private long acquired;
  private long written;
  private long headed;

  CallTimings(RunClock clock) {
    this.clock = clock;
  }

  /** A new attempt begins. */
  void begin() {
    socket = null;
    securing = false;
    dialStart = UNSET;
    dialEnd = UNSET;
    lookupStart = UNSET;
    lookupEnd = UNSET;
    acquired = UNSET;
    written = UNSET;
    headed = UNSET;
  }

  /** How far the latest request of the attempt has come; the head of its answer aside. */
  Reached reached() {
    if (acquired != UNSET) {
      return Reached.CONNECTED;
    }
    return securing ? Reached.SECURING : Reached.CONNECTING;
  }

  /** The connection's socket; null as long as there is none. */
  @Nullable Socket socket() {
    return socket;
  }

  /** Writes the phases of an answer whose last byte came now. */
  void describe(Attempt attempt, long nowNanos) {
    attempt.took(Phase.DIAL, dialStart == UNSET ? 0 : dialEnd - dialStart);
    attempt.took(Phase.LOOKUP, lookupStart == UNSET ? 0 : lookupEnd - lookupStart);
    attempt.took(Phase.WRITE, written - acquired);
    attempt.took(Phase.WAIT, headed - written);
    attempt.took(Phase.READ, nowNanos - headed);
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    lookupStart = clock.elapsedNanos();
    dial(lookupStart);
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    lookupEnd = clock.elapsedNanos();
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    dial(clock.elapsedNanos());
  }

  @Override
  public void secureConnectStart(Call call) {
    securing = true;
  }

  private void dial(long nowNanos) {
    acquired = UNSET;
    securing = false;
    if (dialStart == UNSET) {
      dialStart = nowNanos;
    }
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    dialEnd = clock.elapsedNanos();
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    acquired = clock.elapsedNanos();
    socket = connection.socket();
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    written = clock.elapsedNanos();
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    written = clock.elapsedNanos();
  }

  @Override
  public void responseHeadersStart(Call call) {
    headed = clock.elapsedNanos();
  }
}
