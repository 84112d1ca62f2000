package ratelab.experiments.forecast;

import java.time.Duration;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Admission;
import ratelab.experiments.scenario.Pace;
import ratelab.experiments.scenario.Scenario;

/**
 * What the queue model needs to know of a load and its server.
 *
 * @param workers clients with one request in flight each
 * @param loadNanos how long clients start new requests
 * @param timeoutNanos when a client gives up and sends anew; 0: never
 * @param serviceNanos time that one request keeps one server busy
 * @param servers requests worked on at the same time
 * @param accept how waiting connections are taken
 * @param admission which requests are worked on
 * @param pace when the next request is sent
 */
public record BacklogInput(
    int workers,
    long loadNanos,
    long timeoutNanos,
    long serviceNanos,
    int servers,
    AcceptPolicy accept,
    Admission admission,
    Pace pace) {
  /** A closed load against a server that works on all it is sent. */
  public BacklogInput(
      int workers,
      long loadNanos,
      long timeoutNanos,
      long serviceNanos,
      int servers,
      AcceptPolicy accept) {
    this(
        workers,
        loadNanos,
        timeoutNanos,
        serviceNanos,
        servers,
        accept,
        Admission.ALL,
        new Pace.Closed());
  }

  /** The same with connections taken otherwise. */
  public BacklogInput accepting(AcceptPolicy policy) {
    return new BacklogInput(
        workers, loadNanos, timeoutNanos, serviceNanos, servers, policy, admission, pace);
  }

  /** The input for a scenario whose service time has been measured. */
  public static BacklogInput of(Scenario scenario, Duration serviceTime) {
    return new BacklogInput(
        scenario.load().workers(),
        scenario.load().duration().toNanos(),
        scenario.load().timeout().toNanos(),
        serviceTime.toNanos(),
        scenario.target().servers(),
        scenario.target().accept(),
        scenario.target().admission(),
        scenario.load().pace());
  }
}
