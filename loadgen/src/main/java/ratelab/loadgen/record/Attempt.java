package ratelab.loadgen.record;

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
  private final long[] phaseNanos = new long[Phase.values().length];
  private long id;
  private boolean scheduled;
  private boolean late;
  private long dueNanos;
  private long startNanos;
  private long endNanos;
  private int localPort;
  private int status;
  private String protocol = "";
  private long bytes;
  private Outcome outcome = Outcome.IN_FLIGHT;
  private String cause = "";

  /**
   * @param worker from 0
   */
  public Attempt(int worker) {
    this.worker = worker;
  }

  /** Starts over for the next request of a closed model, which is due when its worker is free. */
  public void begin(long nextId, long nowNanos) {
    scheduled = false;
    late = false;
    dueNanos = nowNanos;
    start(nextId, nowNanos);
  }

  /**
   * Starts over for the next request of a schedule.
   *
   * @param due when the schedule wanted it to be sent
   * @param queued whether no worker was free for it when it was due
   */
  public void begin(long nextId, long due, boolean queued, long nowNanos) {
    scheduled = true;
    late = queued;
    dueNanos = due;
    start(nextId, nowNanos);
  }

  private void start(long nextId, long nowNanos) {
    id = nextId;
    startNanos = nowNanos;
    endNanos = nowNanos;
    localPort = NO_PORT;
    status = NO_STATUS;
    protocol = "";
    bytes = 0;
    outcome = Outcome.IN_FLIGHT;
    cause = "";
  }

  /** The connection that carries the request; the last one when redirects use several. */
  public void sentFrom(int port) {
    localPort = port;
  }

  /**
   * The head of the answer has arrived.
   *
   * @param statusCode from 100 to 999; anything else is not HTTP
   * @param version as ALPN names it, like {@code http/1.1} or {@code h2}
   */
  public void answering(int statusCode, String version) {
    status = statusCode;
    protocol = version;
  }

  /** A piece of the body has arrived. */
  public void received(long byteCount) {
    bytes += byteCount;
  }

  /** How long one part took; meaningful for answered attempts only. */
  public void took(Phase phase, long nanos) {
    phaseNanos[phase.index()] = nanos;
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

  /** Whether a schedule, not only a free worker, said when the request was due. */
  public boolean scheduled() {
    return scheduled;
  }

  /** From the due time to the outcome. */
  public long responseNanos() {
    return endNanos - dueNanos;
  }

  /** From the due time to the sending. */
  public long latenessNanos() {
    return startNanos - dueNanos;
  }

  /** Whether no worker was free when the request was due. */
  public boolean late() {
    return late;
  }

  public int localPort() {
    return localPort;
  }

  public int status() {
    return status;
  }

  /** The protocol of the answer's head; empty if none came. */
  public String protocol() {
    return protocol;
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
    return phaseNanos[phase.index()];
  }
}
