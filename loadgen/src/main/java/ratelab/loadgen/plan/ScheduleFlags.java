package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.List;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Stages;

/** How many requests, for how long, and by how many workers: -n -z -c --max-workers. */
final class ScheduleFlags {
  private static final long DEFAULT_REQUESTS = 200;
  private static final long DEFAULT_WORKERS = 50;
  private static final int MOST_WORKERS = 100_000;

  private ScheduleFlags() {}

  static Schedule schedule(FlagValues flags) throws BadUsage {
    Pace pace = PaceFlags.pace(flags);
    long requests = requests(flags);
    long usual = pace instanceof Pace.Open ? Math.min(DEFAULT_WORKERS, requests) : DEFAULT_WORKERS;
    long workers = workers(flags, Flag.WORKERS, usual);
    Limit limit = limit(flags, pace, requests);
    if (limit instanceof Limit.Requests && requests < workers && !(pace instanceof Pace.Open)) {
      throw BadUsage.senseless(
          "-n " + requests + " is less than -c " + workers + ": lower -c or raise -n");
    }
    long most = workers(flags, Flag.MAX_WORKERS, workers);
    if (most > workers && !(pace instanceof Pace.Open)) {
      throw BadUsage.senseless("--max-workers needs --rate or --stages; otherwise give -c");
    }
    if (most < workers) {
      throw BadUsage.senseless(
          "--max-workers " + most + " is less than -c " + workers + ": lower -c or raise it");
    }
    return new Schedule(
        (int) workers, (int) most, limit, pace, PaceFlags.spin(flags, pace, workers));
  }

  private static long requests(FlagValues flags) throws BadUsage {
    long requests = Numbers.whole(flags, Flag.REQUESTS, DEFAULT_REQUESTS);
    if (requests < 1) {
      throw BadUsage.senseless("-n " + requests + ": send at least 1 request");
    }
    return requests;
  }

  private static long workers(FlagValues flags, Flag flag, long otherwise) throws BadUsage {
    long workers = Numbers.whole(flags, flag, otherwise);
    if (workers < 1 || workers > MOST_WORKERS) {
      throw BadUsage.senseless(
          flag.spelling() + " " + workers + ": use 1 to " + MOST_WORKERS + " workers");
    }
    return workers;
  }

  private static Limit limit(FlagValues flags, Pace pace, long requests) throws BadUsage {
    Duration period = Numbers.duration(flags, Flag.PERIOD, Duration.ZERO);
    if (pace instanceof Pace.Open(Stages stages, _, _)) {
      if (period.isPositive()) {
        throw BadUsage.senseless("--stages and -z exclude each other; the stages say how long");
      }
      return new Limit.Period(stages.length());
    }
    return period.isPositive() ? new Limit.Period(period) : new Limit.Requests(requests);
  }

  /** Remarks on flags that have no effect. */
  static List<String> notes(FlagValues flags) throws BadUsage {
    if (flags.text(Flag.REQUESTS).isEmpty()) {
      return List.of();
    }
    if (flags.text(Flag.STAGES).isPresent()) {
      return List.of("-n is ignored because --stages say how long to send requests");
    }
    return Numbers.duration(flags, Flag.PERIOD, Duration.ZERO).isPositive()
        ? List.of("-n is ignored because -z says how long to send requests")
        : List.of();
  }
}
