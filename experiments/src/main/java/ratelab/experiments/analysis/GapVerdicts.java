package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;

/**
 * Judges that a curve ends with its series: visible while two samples are in the window, that is up
 * to the last sample but one plus the window; then no data, which is not 0.
 */
final class GapVerdicts {
  private final Recording recording;
  private final Findings findings;

  GapVerdicts(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  Stream<Verdict> all() {
    return findings.windows().stream().map(this::judge);
  }

  private Verdict judge(WindowFinding finding) {
    String name =
        String.format(
            Locale.ROOT,
            "rate[%s] ends in a gap",
            Durations.print(recording.scenario().nominal(finding.window())));
    OptionalLong last = lastValueMillis(finding.nanos());
    List<Long> samples =
        findings.signal().track().samples().stream().map(s -> s.timestampMillis()).toList();
    if (last.isEmpty() || samples.size() < 2) {
      return Verdicts.inconclusive(name, "a gap", "no curve", "There is no curve to end.");
    }
    long end = samples.get(samples.size() - 2) + finding.window().toMillis();
    if (recording.marks().endMillis() <= end) {
      return Verdicts.inconclusive(
          name, after(end), "not seen", "The recording ends before the curve can have.");
    }
    long stepMillis = Curves.step(recording).toMillis();
    long miss = end - last.getAsLong();
    return Verdicts.judged(
        name,
        "no data from " + after(end) + " on",
        "last value at " + after(last.getAsLong()) + zeros(finding.nanos(), end),
        "one evaluation step; the last sample but one leaves the window then",
        miss >= -1 && miss <= stepMillis + 1 && zeros(finding.nanos(), end).isEmpty(),
        "A series that has ended leaves a gap: look whether it was really the process that ended.");
  }

  /** Zeros after the last work would be taken for an idle target. */
  private String zeros(Curve curve, long endMillis) {
    long zeros =
        curve.between(endMillis + 1, Long.MAX_VALUE).points().stream()
            .flatMapToDouble(point -> point.value().stream())
            .filter(value -> value == 0)
            .count();
    return zeros == 0 ? "" : ", and " + zeros + " zeros after it";
  }

  private static OptionalLong lastValueMillis(Curve curve) {
    return curve.points().stream()
        .filter(point -> point.value().isPresent())
        .mapToLong(Curve.Point::timeMillis)
        .max();
  }

  private String after(long timeMillis) {
    return Phrase.seconds(Duration.ofMillis(timeMillis - recording.marks().loadEndMillis()));
  }
}
