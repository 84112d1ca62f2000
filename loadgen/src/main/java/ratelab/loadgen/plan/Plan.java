package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ratelab.loadgen.judge.FailureCondition;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.schedule.Arrivals;
import ratelab.loadgen.schedule.ConstantRate;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.OnLate;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.Schedule;

/**
 * What one command line asks for, checked and complete.
 *
 * @param requests what is sent
 * @param method of the requests, for the reports
 * @param url that the requests go to, for the reports
 * @param idHeader name of the header that carries the attempt's number; empty for none
 * @param timeout of each request; zero for none
 * @param access the way to the service
 * @param sweep in place of a single load
 * @param processors to keep to; empty for all
 * @param failIf conditions under which the run has failed
 * @param grace how long requests in flight at the end are waited for; empty for up to the timeout
 */
public record Plan(
    RequestSource requests,
    String method,
    String url,
    Optional<String> idHeader,
    Schedule schedule,
    Duration timeout,
    boolean followRedirects,
    Access access,
    Engine engine,
    WarmUpChoice warmUp,
    Optional<Duration> grace,
    Optional<Sweep> sweep,
    OptionalInt processors,
    List<FailureCondition> failIf,
    Outputs outputs) {
  public Plan {
    failIf = List.copyOf(failIf);
  }

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

  /**
   * The same load at another rate, as one step of a sweep.
   *
   * @param choice how to get warm before it
   */
  public Plan at(double perSecond, Duration length, WarmUpChoice choice) {
    Pace pace = new Pace.Open(new ConstantRate(perSecond), new Arrivals.Constant(), OnLate.QUEUE);
    Schedule steady =
        new Schedule(
            schedule.workers(),
            schedule.mostWorkers(),
            new Limit.Period(length),
            pace,
            schedule.spin() && Schedule.spinsAt(perSecond));
    return new Plan(
        requests,
        method,
        url,
        idHeader,
        steady,
        timeout,
        followRedirects,
        access,
        engine,
        choice,
        grace,
        Optional.empty(),
        processors,
        failIf,
        outputs);
  }
}
