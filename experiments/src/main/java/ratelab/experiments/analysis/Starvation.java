package ratelab.experiments.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ThrottledPeriods;

/**
 * Whether a limited target got less than its limit. While it has work it uses up its share in each
 * period, and waits; where it does not, something else had the processors. What it then works, and
 * for how long, says nothing about its limit.
 */
final class Starvation {
  /** At a stretch's edge, or where a request's end lost the rest of a slice. */
  private static final int NOT_USED_UP_PER_STRETCH = 1;

  private final Recording recording;
  private final Findings findings;

  Starvation(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  /** Why nothing that follows from the limit is to be judged; empty if it may be. */
  Optional<String> doubt() {
    List<ThrottledPeriods> starved =
        stretches().stream().filter(s -> s.notUsedUp() > NOT_USED_UP_PER_STRETCH).toList();
    return starved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The target got less than its limit: it had work, and in %d of %d periods not its"
                    + " whole share of CPU. Look what else the machine does.",
                starved.stream().mapToLong(ThrottledPeriods::notUsedUp).sum(),
                starved.stream().mapToLong(ThrottledPeriods::periods).sum()));
  }

  /** While it had work without a pause. */
  private List<ThrottledPeriods> stretches() {
    return CpuLimit.of(recording.scenario().target()).isPresent()
            && recording.disturbed().isEmpty()
            && recording.scenario().load().workers() > 1
        ? findings
            .lastWork()
            .map(
                last ->
                    ThrottledPeriods.between(
                        recording.series(),
                        recording.marks().loadStartMillis(),
                        Math.min(last.endMillis(), recording.marks().endMillis())))
            .orElse(List.of())
        : List.of();
  }
}
