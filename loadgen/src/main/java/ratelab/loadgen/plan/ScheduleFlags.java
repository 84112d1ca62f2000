package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.OptionalDouble;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;

/** How many requests, for how long, by how many workers, how fast: -n -z -c -q. */
final class ScheduleFlags {
  private static final String DEFAULT_REQUESTS = "200";
  private static final String DEFAULT_WORKERS = "50";
  private static final int MOST_WORKERS = 100_000;

  private ScheduleFlags() {}

  static Schedule schedule(FlagValues flags) throws BadUsage {
    long workers = Numbers.whole(Flag.WORKERS, flags.text(Flag.WORKERS).orElse(DEFAULT_WORKERS));
    if (workers < 1 || workers > MOST_WORKERS) {
      throw BadUsage.senseless("-c " + workers + ": use 1 to " + MOST_WORKERS + " workers");
    }
    return new Schedule((int) workers, limit(flags, workers), rate(flags));
  }

  private static Limit limit(FlagValues flags, long workers) throws BadUsage {
    String period = flags.text(Flag.PERIOD).orElse("0");
    Duration length = Numbers.duration(Flag.PERIOD, period);
    if (length.isPositive()) {
      return new Limit.Period(length);
    }
    long requests =
        Numbers.whole(Flag.REQUESTS, flags.text(Flag.REQUESTS).orElse(DEFAULT_REQUESTS));
    if (requests < 1) {
      throw BadUsage.senseless("-n " + requests + ": send at least 1 request");
    }
    if (requests < workers) {
      throw BadUsage.senseless(
          "-n " + requests + " is less than -c " + workers + ": lower -c or raise -n");
    }
    return new Limit.Requests(requests);
  }

  private static OptionalDouble rate(FlagValues flags) throws BadUsage {
    double rate = Numbers.decimal(Flag.RATE, flags.text(Flag.RATE).orElse("0"));
    if (rate < 0) {
      throw BadUsage.senseless("-q " + rate + ": a rate is not negative; use 0 for no limit");
    }
    return rate == 0 ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }
}
