package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;

/**
 * What one command line asks for, checked and complete.
 *
 * @param request sent for every attempt
 * @param idHeader name of the header that carries the attempt's number; empty for none
 * @param timeout of each request; zero for none
 */
public record Plan(
    Request request,
    Optional<String> idHeader,
    Schedule schedule,
    Duration timeout,
    boolean followRedirects,
    Engine engine,
    Outputs outputs) {
  /** How many requests may be in flight at once. */
  public int workers() {
    return schedule.mostWorkers();
  }

  /** How long requests are sent; empty when their number is given. */
  public Optional<Duration> period() {
    return switch (schedule.limit()) {
      case Limit.Period period -> Optional.of(period.length());
      case Limit.Requests _ -> Optional.empty();
    };
  }
}
