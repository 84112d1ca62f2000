package ratelab.experiments.analysis;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Doubt;

/** Says which samples of a recording each kind of verdict rests on. */
final class GroundsOf {
  private final Recording recording;
  private final Findings findings;
  private final Marks marks;
  private final long intervalMillis;
  private final Span idle;
  private final Span work;

  GroundsOf(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
    this.marks = recording.marks();
    this.intervalMillis = recording.scenario().scrapeInterval().toMillis();
    this.idle = new Span(marks.idleStartMillis(), marks.calibrationStartMillis());
    long workEnd = findings.lastWork().map(LastWork::endMillis).orElse(marks.loadEndMillis());
    this.work = new Span(marks.loadStartMillis(), Math.max(marks.loadEndMillis(), workEnd));
  }

  /** A handler log knows the end of the work; without one the counter has to tell it. */
  Grounds drain() {
    return Requests.ofTheLoad(recording).isEmpty()
        ? afterTheLoad().andMostOf(work)
        : Grounds.NO_SAMPLES;
  }

  /** The idle target's band, the load's height, and the curve where it returns. */
  Grounds returnOf(WindowFinding finding, OptionalLong returned) {
    return curveOf(finding, returned).andLevelOf(idle).andMostOf(work);
  }

  /**
   * The curve alone, where band and height are taken from other samples. When it returns depends on
   * the scrapes around the end of the work; while the counter rises or rests evenly, it is the same
   * without one of them, or if that was read late.
   */
  Grounds curveOf(WindowFinding finding, OptionalLong returned) {
    Span curve = aroundReturn(finding, returned);
    return findings
        .lastWork()
        .map(
            last ->
                Grounds.samples(
                        new Span(last.endMillis(), last.endMillis()).widened(2 * intervalMillis))
                    .andLevelOf(curve))
        .orElseGet(() -> Grounds.samples(curve));
  }

  /** What a window holds from its return on, or from when it could first have returned. */
  private Span aroundReturn(WindowFinding finding, OptionalLong returned) {
    long windowMillis = finding.window().toMillis();
    long reachMillis = Math.max(windowMillis, 2 * intervalMillis) + intervalMillis;
    long holdMillis =
        findings.signal().holdMillis(windowMillis, recording.info().clockTicksPerSecond());
    long first = finding.earliestReturnMillis();
    long last = finding.latestReturnMillis();
    return new Span(
        Math.min(first, returned.orElse(first)) - reachMillis,
        Math.max(last, returned.orElse(last)) + holdMillis);
  }

  /** What the target did from the load's end on, and that it worked before. */
  Grounds cause() {
    return afterTheLoad().andMostOf(work);
  }

  Grounds plateau() {
    return Grounds.samples(new Span(marks.loadStartMillis(), marks.loadStopMillis())).andUnbroken();
  }

  /** A counter needs no sample in between. */
  Grounds endsOfLoad() {
    return Grounds.samples(
            new Span(marks.loadStartMillis(), marks.loadStartMillis() + intervalMillis),
            new Span(marks.loadStopMillis() - intervalMillis, marks.loadStopMillis()))
        .andUnbroken();
  }

  /**
   * Each curve is drawn over the whole recording. How exactly it can be known where scrapes are
   * missing or slow is derived for each.
   */
  Grounds shape() {
    return Grounds.samples(new Span(marks.idleStartMillis(), marks.endMillis()))
        .andUnbroken()
        .bearing(EnumSet.of(Doubt.SCRAPES_MISSED, Doubt.SCRAPES_SLOW));
  }

  /** From the scrape before the first request to the one after the last. */
  Grounds requestByRequest() {
    return Grounds.samples(new Span(marks.loadStartMillis() - intervalMillis, marks.endMillis()))
        .andLevelOf(idle)
        .andUnbroken();
  }

  /** The last two samples, and that none follows. */
  Grounds end() {
    List<Long> newestFirst =
        findings.signal().track().samples().stream()
            .map(Sample::timestampMillis)
            .sorted(Comparator.reverseOrder())
            .toList();
    long from = newestFirst.size() < 2 ? marks.idleStartMillis() : newestFirst.get(1);
    return Grounds.samples(new Span(from - intervalMillis, marks.endMillis()));
  }

  /** Only the weakest evidence is CPU. */
  Grounds workedOff() {
    return Evidences.of(recording, findings.signal()).stream()
        .findFirst()
        .filter(evidence -> evidence.kind() == Evidence.Kind.CPU)
        .map(
            _ ->
                Grounds.samples(new Span(marks.calibrationStartMillis(), marks.endMillis()))
                    .andLevelOf(idle)
                    .andUnbroken())
        .orElse(Grounds.NO_SAMPLES);
  }

  /**
   * An edge is seen one scrape later, and told from an idle target's by the scrape before. Long
   * after the work a counter needs no scrape in between to tell that nothing more came.
   */
  private Grounds afterTheLoad() {
    long settled = Math.min(work.toMillis() + 3 * intervalMillis, marks.endMillis());
    Grounds grounds =
        Grounds.samples(new Span(marks.loadEndMillis() - 2 * intervalMillis, settled))
            .andLevelOf(idle);
    return settled < marks.endMillis()
        ? grounds.andLevelOf(new Span(settled, marks.endMillis()))
        : grounds;
  }
}
