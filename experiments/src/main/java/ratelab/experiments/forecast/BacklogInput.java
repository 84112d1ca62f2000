package ratelab.experiments.forecast;

import java.time.Duration;
import ratelab.experiments.scenario.AcceptPolicy;
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
 */
public record BacklogInput(
    int workers,
    long loadNanos,
    long timeoutNanos,
    long serviceNanos,
    int servers,
    AcceptPolicy accept) {

  /** The input for a scenario whose service time has been measured. */
  public static BacklogInput of(Scenario scenario, Duration serviceTime) {
    return new BacklogInput(
        scenario.load().workers(),
        scenario.load().duration().toNanos(),
        scenario.load().timeout().toNanos(),
        serviceTime.toNanos(),
        scenario.target().servers(),
        scenario.target().accept());
  }
}
