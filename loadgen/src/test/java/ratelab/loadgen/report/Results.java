package ratelab.loadgen.report;

import static ratelab.loadgen.record.Attempts.nanos;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Generator;
import ratelab.loadgen.record.OwnCost;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunResult;
import ratelab.loadgen.record.WarmUp;

/** Finished runs with round figures, for tests. */
final class Results {
  private static final long START_MICROS = 1_795_331_467_057_005L;

  private static final OwnCost COST =
      new OwnCost(OptionalDouble.of(0.125), 2, OptionalLong.of(3), OptionalLong.of(nanos(1)));

  private Results() {}

  static RunResult counted(long endMillis, Attempt... attempts) {
    return result(Optional.empty(), endMillis, endMillis, 0, attempts);
  }

  static RunResult result(
      Optional<Duration> period,
      long stopMillis,
      long endMillis,
      long missedTurns,
      Attempt... attempts) {
    Recorder recorder = new Recorder(2, List.of());
    List.of(attempts).forEach(recorder::record);
    return new RunResult(
        new RunResult.Load("GET", "http://h:3000/", 2, period, Duration.ofSeconds(20)),
        START_MICROS,
        nanos(stopMillis),
        nanos(endMillis),
        missedTurns,
        new Generator("okhttp", "closed", 2, new WarmUp.Cold(), COST),
        recorder.totals());
  }
}
