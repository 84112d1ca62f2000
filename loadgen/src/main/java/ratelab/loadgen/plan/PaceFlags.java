package ratelab.loadgen.plan;

import java.util.Optional;
import java.util.SplittableRandom;
import ratelab.loadgen.schedule.Arrivals;
import ratelab.loadgen.schedule.ConstantRate;
import ratelab.loadgen.schedule.OnLate;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.RateCurve;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Stages;

/** What makes requests due: -q --rate --arrivals --stages --on-late --no-spin. */
final class PaceFlags {
  private static final String POISSON = "poisson";

  private PaceFlags() {}

  static Pace pace(FlagValues flags) throws BadUsage {
    double workerRate = rate(flags, Flag.WORKER_RATE);
    double rate = rate(flags, Flag.RATE);
    boolean open = rate > 0 || flags.text(Flag.STAGES).isPresent();
    if (open && workerRate > 0) {
      throw BadUsage.senseless(
          "-q and " + (rate > 0 ? "--rate" : "--stages") + " exclude each other; give one of them");
    }
    if (flags.text(Flag.SWEEP).isPresent()) {
      // Each step has a rate of its own.
      return new Pace.Open(new ConstantRate(1), new Arrivals.Constant(), OnLate.QUEUE);
    }
    if (open) {
      return new Pace.Open(curve(flags, rate), arrivals(flags), onLate(flags, OnLate.QUEUE));
    }
    if (flags.text(Flag.ARRIVALS).isPresent()) {
      throw BadUsage.senseless("--arrivals needs --rate or --stages");
    }
    if (workerRate == 0 && flags.text(Flag.ON_LATE).isPresent()) {
      throw BadUsage.senseless("--on-late needs a rate: --rate, --stages or -q");
    }
    return workerRate > 0
        ? new Pace.PerWorker(workerRate, onLate(flags, OnLate.DROP))
        : new Pace.Free();
  }

  private static double rate(FlagValues flags, Flag flag) throws BadUsage {
    double rate = Numbers.decimal(flags, flag, 0);
    if (rate < 0) {
      throw BadUsage.senseless(
          flag.spelling() + " " + rate + ": a rate is not negative; use 0 for no limit");
    }
    return rate;
  }

  private static RateCurve curve(FlagValues flags, double rate) throws BadUsage {
    Optional<String> stages = flags.text(Flag.STAGES);
    return stages.isPresent() ? StageList.parse(rate, stages.get()) : new ConstantRate(rate);
  }

  private static Arrivals arrivals(FlagValues flags) throws BadUsage {
    String text = flags.text(Flag.ARRIVALS).orElse("constant");
    if (text.equals("constant")) {
      return new Arrivals.Constant();
    }
    if (text.equals(POISSON)) {
      return new Arrivals.Poisson(new SplittableRandom().nextInt(1, 1_000_000));
    }
    if (text.startsWith(POISSON + ":")) {
      return new Arrivals.Poisson(
          Numbers.whole(Flag.ARRIVALS, text.substring(POISSON.length() + 1)));
    }
    throw BadUsage.senseless(
        "--arrivals " + text + ": unknown; use constant, poisson or poisson:7");
  }

  private static OnLate onLate(FlagValues flags, OnLate otherwise) throws BadUsage {
    Optional<String> text = flags.text(Flag.ON_LATE);
    if (text.isEmpty()) {
      return otherwise;
    }
    return switch (text.get()) {
      case "queue" -> OnLate.QUEUE;
      case "drop" -> OnLate.DROP;
      default -> throw BadUsage.senseless("--on-late " + text.get() + ": use queue or drop");
    };
  }

  static boolean spin(FlagValues flags, Pace pace, long workers) {
    return !flags.has(Flag.NO_SPIN) && Schedule.spinsAt(fastest(pace, workers));
  }

  private static double fastest(Pace pace, long workers) {
    return switch (pace) {
      case Pace.Free _ -> 0;
      case Pace.PerWorker each -> each.perSecond() * workers;
      case Pace.Open(ConstantRate rate, _, _) -> rate.perSecond();
      case Pace.Open(Stages stages, _, _) ->
          stages.stages().stream()
              .mapToDouble(Stages.Stage::endPerSecond)
              .reduce(stages.startPerSecond(), Math::max);
    };
  }
}
