package ratelab.experiments.lab;

import java.time.Duration;
import java.util.function.UnaryOperator;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;

/**
 * What is true in a simulation, whether or not the scenario says so.
 *
 * @param seed of all that is random: scrape phase, jitter, idle noise
 * @param truth turns the played scenario into what really happens; the identity if it is right
 * @param overheadPerRequest service time beyond the handler's sleep and CPU
 * @param cpuPerRequest CPU time of one request beside that of its handler's work, most of it at its
 *     start
 * @param idleCores CPU rate of the idle target
 */
public record SimulatedWorld(
    long seed,
    UnaryOperator<Scenario> truth,
    Duration overheadPerRequest,
    Duration cpuPerRequest,
    double idleCores) {

  /** A world as the original's: 2.5 ms of CPU a request, an all but quiet target, nothing wrong. */
  public static SimulatedWorld asTheOriginal(long seed) {
    return new SimulatedWorld(
        seed, s -> s, Duration.ofMillis(5), Duration.ofNanos(2_500_000), 0.000_01);
  }

  /**
   * How long one request keeps the target busy; under a limit of its processors as long as all its
   * CPU time takes.
   */
  Duration serviceTime(Target target) {
    return CpuLimit.of(target)
        .map(limit -> limit.timeFor(cpuTime(target)))
        .orElseGet(() -> target.statedServiceTime().plus(overheadPerRequest));
  }

  /** CPU time of one request, with what the target's handler spends on purpose. */
  Duration cpuTime(Target target) {
    return target.children() > 0 ? cpuPerRequest : cpuPerRequest.plus(target.cpu());
  }

  /** The same world, in which the scenario is wrong. */
  public SimulatedWorld inTruth(UnaryOperator<Scenario> newTruth) {
    return new SimulatedWorld(seed, newTruth, overheadPerRequest, cpuPerRequest, idleCores);
  }
}
