package ratelab.loadgen.plan;

import java.time.Duration;
import ratelab.loadgen.schedule.Limit;

/** How the generator gets warm: --warmup --no-warmup. */
final class WarmUpFlags {
  /** The first compilations of the request path are over by then, measured with 2 processors. */
  private static final Duration USUAL = Duration.ofSeconds(1);

  /** Who sends so few requests wants answers, not percentiles. */
  private static final long FEW_REQUESTS = 10;

  private WarmUpFlags() {}

  static WarmUpChoice choice(FlagValues flags, Limit limit) throws BadUsage {
    Duration length = Numbers.duration(flags, Flag.WARM_UP, Duration.ZERO);
    if (flags.has(Flag.NO_WARM_UP)) {
      if (length.isPositive()) {
        throw BadUsage.senseless("--warmup and --no-warmup exclude each other; give one of them");
      }
      return new WarmUpChoice.None();
    }
    if (length.isPositive()) {
      return new WarmUpChoice.OnTarget(length);
    }
    return limit.requests() <= FEW_REQUESTS
        ? new WarmUpChoice.None()
        : new WarmUpChoice.OnLoopback(USUAL);
  }
}
