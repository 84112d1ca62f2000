package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ScrapeFailure;
import ratelab.experiments.scenario.Doubt;
import ratelab.experiments.scenario.Durations;

/**
 * Says why a run can not be judged: its group held something else, or its scrapes are not whole.
 */
final class Validity {
  private static final String NUM_PROCS = "namedprocess_namegroup_num_procs";
  private static final String PARTIAL_ERRORS = "namedprocess_scrape_partial_errors";

  private static final int FEWEST_IDLE_GAPS = 2;

  private Validity() {}

  private static void add(List<Problem> problems, Doubt doubt, String text, List<Span> spans) {
    problems.add(new Problem(doubt, text, spans));
  }

  /** The problems, each with its remedy; empty for a valid run. */
  static List<Problem> problems(Recording recording, Signal signal) {
    List<Problem> problems = new ArrayList<>();
    if (signal.track().samples().size() < 2) {
      add(
          problems,
          Doubt.NO_SAMPLES,
          "There are no CPU samples of the group '"
              + recording.info().targetGroup()
              + "'; see logs/exporter.err.log for what the exporter could not read.",
          List.of(Span.ALL));
    }
    idle(recording, signal, problems);
    membership(recording, signal.track(), problems);
    failedScrapes(recording, signal.track(), problems);
    missedScrapes(recording, signal.track(), problems);
    slowScrapes(recording, signal.track(), problems);
    partialErrors(recording, signal.track(), problems);
    return problems;
  }

  /** Without a spread of the idle rate every return would be judged by a band of no width. */
  private static void idle(Recording recording, Signal signal, List<Problem> problems) {
    int gaps = IdleGaps.of(recording, signal.track()).size();
    if (gaps < FEWEST_IDLE_GAPS) {
      add(
          problems,
          Doubt.IDLE_UNKNOWN,
          String.format(
              Locale.ROOT,
              "Only %d gaps between scrapes show the idle target, and %d are needed to know its"
                  + " spread: give the scenario a longer idle.",
              gaps,
              FEWEST_IDLE_GAPS),
          List.of(
              new Span(
                  recording.marks().idleStartMillis(),
                  recording.marks().calibrationStartMillis())));
    }
  }

  private static void membership(Recording recording, CounterTrack track, List<Problem> problems) {
    Disturbances disturbances = Disturbances.of(recording);
    List<Sample> others =
        samples(recording, NUM_PROCS).stream()
            .filter(s -> s.value() != 1)
            .filter(s -> !disturbances.changeTarget(s.timestampMillis()))
            .toList();
    if (!others.isEmpty()) {
      add(
          problems,
          Doubt.GROUP_CHANGED,
          String.format(
              Locale.ROOT,
              "The target's group held other than exactly one process at %d scrapes: select the"
                  + " target by pid, or look in its log why it ended.",
              others.size()),
          around(track, others));
    }
  }

  private static void failedScrapes(
      Recording recording, CounterTrack track, List<Problem> problems) {
    List<ScrapeFailure> failures = recording.scrapeFailures();
    if (!failures.isEmpty()) {
      add(
          problems,
          Doubt.SCRAPES_FAILED,
          String.format(
              Locale.ROOT,
              "%d scrapes failed, first: %s",
              failures.size(),
              failures.getFirst().reason()),
          failures.stream().map(f -> track.around(f.timestampMillis())).distinct().toList());
    }
  }

  /** Where scrapes failed it is known why samples are missing. */
  private static void missedScrapes(
      Recording recording, CounterTrack track, List<Problem> problems) {
    long interval = recording.scenario().scrapeInterval().toMillis();
    List<Span> holes =
        ScrapeTimes.between(
                recording,
                track,
                recording.marks().idleStartMillis(),
                recording.marks().endMillis())
            .holes()
            .stream()
            .filter(hole -> recording.scrapeFailures().stream().noneMatch(f -> isIn(hole, f)))
            .toList();
    if (!holes.isEmpty()) {
      add(
          problems,
          Doubt.SCRAPES_MISSED,
          String.format(
              Locale.ROOT,
              "%d scrapes are missing: the machine was too busy for an interval of %s; use a lower"
                  + " --speed.",
              holes.stream()
                  .mapToLong(hole -> Math.round((double) hole.millis() / interval) - 1)
                  .sum(),
              Durations.print(recording.scenario().scrapeInterval())),
          holes);
    }
  }

  private static boolean isIn(Span hole, ScrapeFailure failure) {
    return failure.timestampMillis() >= hole.fromMillis()
        && failure.timestampMillis() <= hole.toMillis();
  }

  /** From half an interval on a sample may show the next scrape's instant rather than its own. */
  private static void slowScrapes(Recording recording, CounterTrack track, List<Problem> problems) {
    double halfSeconds = recording.scenario().scrapeInterval().toNanos() / 2e9;
    List<Sample> slow =
        ScrapeTimes.took(recording)
            .filter(s -> s.timestampMillis() >= recording.marks().idleStartMillis())
            .filter(s -> s.timestampMillis() <= recording.marks().endMillis())
            .filter(s -> s.value() > halfSeconds)
            .toList();
    if (!slow.isEmpty()) {
      add(
          problems,
          Doubt.SCRAPES_SLOW,
          String.format(
              Locale.ROOT,
              "%d scrapes took more than half their interval, so nobody knows when their samples"
                  + " were read: look why the exporter is slow, or scrape less often.",
              slow.size()),
          around(track, slow));
    }
  }

  private static void partialErrors(
      Recording recording, CounterTrack track, List<Problem> problems) {
    List<Sample> errors =
        recording.series().stream()
            .filter(s -> s.id().metric().equals(PARTIAL_ERRORS))
            .flatMap(s -> s.samples().stream())
            .toList();
    List<Sample> rises =
        IntStream.range(1, errors.size())
            .filter(i -> errors.get(i).value() > errors.get(i - 1).value())
            .mapToObj(errors::get)
            .toList();
    if (!rises.isEmpty()) {
      add(
          problems,
          Doubt.PARTLY_READ,
          String.format(
              Locale.ROOT,
              "The exporter could read the target only in part (%s rose); see"
                  + " logs/exporter.err.log.",
              PARTIAL_ERRORS),
          around(track, rises));
    }
  }

  /**
   * What is wrong with a sample is wrong with what happened since the one before, and until the
   * next.
   */
  private static List<Span> around(CounterTrack track, List<Sample> samples) {
    return samples.stream().map(s -> track.around(s.timestampMillis())).toList();
  }

  private static List<Sample> samples(Recording recording, String metric) {
    return recording.series().stream()
        .filter(s -> s.id().metric().equals(metric))
        .filter(s -> s.id().label("groupname").equals(recording.info().targetGroup()))
        .map(s -> s.between(recording.marks().idleStartMillis(), recording.marks().endMillis()))
        .map(Series::samples)
        .flatMap(List::stream)
        .toList();
  }
}
