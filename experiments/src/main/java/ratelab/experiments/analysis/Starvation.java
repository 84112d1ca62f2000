package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ThrottledPeriods;

/**
 * Whether a limited target got less than its limit. While it has work it uses up its share in each
 * period, and waits. Where it used less CPU than the limit lets it, and no more is missing than
 * what periods would have brought whose share was not used up, something else had the processors:
 * how high its curve was then, and how long its work took, says nothing of its limit. A target that
 * used less and had to wait in each period has another limit; one that got its share late in a
 * period got it all the same.
 */
final class Starvation {
  private final Recording recording;
  private final Findings findings;

  Starvation(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  /** A verdict on what follows from the limit; what held in spite of it all held. */
  Verdict checked(Verdict verdict) {
    return verdict.status() == Status.FAIL
        ? doubt().map(verdict::leftOpen).orElse(verdict)
        : verdict;
  }

  /** Why what does not follow from the limit is not to be judged; empty if it may be. */
  private Optional<String> doubt() {
    return CpuLimit.of(recording.scenario().target())
        .filter(_ -> hadWorkThroughout())
        .flatMap(limit -> findings.lastWork().flatMap(last -> doubt(limit, last)));
  }

  private boolean hadWorkThroughout() {
    return recording.disturbed().isEmpty() && recording.scenario().load().workers() > 1;
  }

  private Optional<String> doubt(CpuLimit limit, LastWork last) {
    long from = recording.marks().loadStartMillis();
    List<ThrottledPeriods> read =
        ThrottledPeriods.between(recording.series(), from, last.endMillis());
    List<Sample> used =
        findings.signal().track().samples().stream()
            .filter(s -> s.timestampMillis() >= from && s.timestampMillis() <= last.endMillis())
            .toList();
    List<Shortfall> all =
        IntStream.range(0, used.size())
            .mapToObj(i -> shortfall(limit, used.subList(i, used.size()), read))
            .flatMap(Optional::stream)
            .toList();
    return all.stream().allMatch(Shortfall::isExplained)
        ? all.stream().findFirst().map(Shortfall::text)
        : Optional.empty();
  }

  /**
   * A span in which less CPU was used than the limit lets the target.
   *
   * @param cores missing there
   * @param notUsedUpCores what periods would have brought that were not used up
   */
  private record Shortfall(double cores, double notUsedUpCores, long notUsedUp, long periods) {
    boolean isExplained() {
      return notUsedUpCores >= cores;
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "The target got less than its limit: it had work, and in %d of %d periods not its"
              + " whole share of CPU. Look what else the machine does.",
          notUsedUp,
          periods);
    }
  }

  /** From the first sample on, for as long as the shortest window looks back. */
  private Optional<Shortfall> shortfall(
      CpuLimit limit, List<Sample> used, List<ThrottledPeriods> read) {
    Sample first = used.getFirst();
    return used.stream()
        .filter(s -> s.timestampMillis() - first.timestampMillis() >= shortestMillis())
        .findFirst()
        .map(end -> shortfall(limit, first, end, read))
        .filter(shortfall -> shortfall.cores() > 0);
  }

  private Shortfall shortfall(
      CpuLimit limit, Sample first, Sample end, List<ThrottledPeriods> read) {
    Duration span = Duration.ofMillis(end.timestampMillis() - first.timestampMillis());
    double cores = (end.value() - first.value()) / (span.toMillis() / 1000.0);
    List<ThrottledPeriods> within =
        read.stream()
            .filter(s -> s.toMillis() > first.timestampMillis())
            .filter(s -> s.fromMillis() < end.timestampMillis())
            .toList();
    // One in which it got nothing at all is not among the kernel's periods: time tells how many.
    long periods =
        within.stream().mapToLong(s -> s.toMillis() - s.fromMillis()).sum()
            / CpuLimit.PERIOD.toMillis();
    long notUsedUp =
        Math.max(0, periods - within.stream().mapToLong(ThrottledPeriods::throttled).sum());
    return new Shortfall(
        limit.lowest(span, recording.scenario().target().statedServiceTime()) - cores,
        (double) notUsedUp * limit.share().toMillis() / span.toMillis(),
        notUsedUp,
        periods);
  }

  private long shortestMillis() {
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    return recording.scenario().windows().stream()
        .mapToLong(window -> Math.max(window.toMillis(), 2 * intervalMillis) - intervalMillis)
        .min()
        .orElse(intervalMillis);
  }
}
