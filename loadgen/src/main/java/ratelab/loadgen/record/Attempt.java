package ratelab.loadgen.record;

import java.util.EnumMap;
import java.util.Map;

/**
 * One request of the load, from its sending to its outcome. Every worker fills a single object
 * again and again, so nothing may keep a reference to it; times are nanoseconds since the run's
 * start.
 */
public final class Attempt {
  /** The local port of an attempt that got no connection. */
  public static final int NO_PORT = 0;

  /** The status of an attempt that got no head. */
  public static final int NO_STATUS = 0;

  private final int worker;
  private final Map<Phase, Long> phaseNanos = new EnumMap<>(Phase.class);
  private long id;
  private long startNanos;
  private long endNanos;
  private int localPort;
  private int status;
  private long bytes;
  private Outcome outcome = Outcome.IN_FLIGHT;
  private String cause = "";

  /**
   * @param worker from 0
   */
  public Attempt(int worker) {
    this.worker = worker;
  }

  /** Starts over for the next request. */
  public void begin(long nextId, long nowNanos) {
    id = nextId;
    startNanos = nowNanos;
    endNanos = nowNanos;
    localPort = NO_PORT;
    status = NO_STATUS;
    bytes = 0;
    outcome = Outcome.IN_FLIGHT;
    cause = "";
  }

  /** The connection that carries the request; the last one when redirects use several. */
  public void sentFrom(int port) {
    localPort = port;
  }

  /** The head of the answer has arrived. */
  public void answering(int statusCode) {
    status = statusCode;
  }

  /** A piece of the body has arrived. */
  public void received(long byteCount) {
    bytes += byteCount;
  }

  /** How long one part took; meaningful for answered attempts only. */
  public void took(Phase phase, long nanos) {
    phaseNanos.put(phase, nanos);
  }

  /** The whole answer is here. */
  public void answered(long nowNanos) {
    end(Outcome.OK, "", nowNanos);
  }

  /**
   * Ends without a complete answer.
   *
   * @param why for people; equal causes have equal texts
   */
  public void end(Outcome how, String why, long nowNanos) {
    outcome = how;
    cause = why;
    endNanos = nowNanos;
  }

  public int worker() {
    return worker;
  }

  public long id() {
    return id;
  }

  public long startNanos() {
    return startNanos;
  }

  public long endNanos() {
    return endNanos;
  }

  /** From sending to the outcome. */
  public long serviceNanos() {
    return endNanos - startNanos;
  }

  public int localPort() {
    return localPort;
  }

  public int status() {
    return status;
  }

  /** Body bytes as received, unpacked from chunks but not from compression. */
  public long bytes() {
    return bytes;
  }

  public Outcome outcome() {
    return outcome;
  }

  public String cause() {
    return cause;
  }

  public long phaseNanos(Phase phase) {
    return phaseNanos.getOrDefault(phase, 0L);
  }
}
