package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;

/**
 * Says why a run can not be judged: its group held something else, or its scrapes are not whole.
 */
final class Validity {
  private static final String NUM_PROCS = "namedprocess_namegroup_num_procs";
  private static final String PARTIAL_ERRORS = "namedprocess_scrape_partial_errors";

  private static final int FEWEST_IDLE_GAPS = 2;

  private Validity() {}

  /** The problems, each with its remedy; empty for a valid run. */
  static List<String> problems(Recording recording, Signal signal) {
    List<String> problems = new ArrayList<>();
    if (signal.track().samples().size() < 2) {
      problems.add(
          "There are no CPU samples of the group '"
              + recording.info().targetGroup()
              + "'; see logs/exporter.err.log for what the exporter could not read.");
    }
    idle(recording, signal, problems);
    membership(recording, problems);
    scrapes(recording, signal, problems);
    partialErrors(recording, problems);
    return problems;
  }

  /** Without a spread of the idle rate every return would be judged by a band of no width. */
  private static void idle(Recording recording, Signal signal, List<String> problems) {
    int gaps =
        signal
            .track()
            .gaps(recording.marks().idleStartMillis(), recording.marks().calibrationStartMillis())
            .size();
    if (gaps < FEWEST_IDLE_GAPS) {
      problems.add(
          String.format(
              Locale.ROOT,
              "Only %d gaps between scrapes show the idle target, and %d are needed to know its"
                  + " spread: give the scenario a longer idle.",
              gaps,
              FEWEST_IDLE_GAPS));
    }
  }

  private static void membership(Recording recording, List<String> problems) {
    long others = samples(recording, NUM_PROCS).stream().filter(s -> s.value() != 1).count();
    if (others > 0) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The target's group held other than exactly one process at %d scrapes: select the"
                  + " target by pid, or look in its log why it ended.",
              others));
    }
  }

  private static void scrapes(Recording recording, Signal signal, List<String> problems) {
    if (!recording.scrapeFailures().isEmpty()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%d scrapes failed, first: %s",
              recording.scrapeFailures().size(),
              recording.scrapeFailures().getFirst().reason()));
    }
    ScrapeTimes times =
        ScrapeTimes.between(
            recording,
            signal.track(),
            recording.marks().idleStartMillis(),
            recording.marks().endMillis());
    if (times.missed() > 0 && recording.scrapeFailures().isEmpty()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%d scrapes are missing: the machine was too busy for an interval of %s; use a lower"
                  + " --speed.",
              times.missed(),
              Durations.print(recording.scenario().scrapeInterval())));
    }
  }

  private static void partialErrors(Recording recording, List<String> problems) {
    List<Sample> errors =
        recording.series().stream()
            .filter(s -> s.id().metric().equals(PARTIAL_ERRORS))
            .flatMap(s -> s.samples().stream())
            .toList();
    if (!errors.isEmpty() && errors.getLast().value() > errors.getFirst().value()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The exporter could read the target only in part (%s rose); see"
                  + " logs/exporter.err.log.",
              PARTIAL_ERRORS));
    }
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
