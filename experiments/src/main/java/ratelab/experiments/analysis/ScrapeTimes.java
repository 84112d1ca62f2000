package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Recording;

/**
 * How regular the scrapes were.
 *
 * @param jitterMillis the largest deviation of a gap from the interval, among gaps of about one
 * @param holes gaps of several intervals, though the lab left no scrape out
 */
record ScrapeTimes(long jitterMillis, List<Span> holes) {
  ScrapeTimes {
    holes = List.copyOf(holes);
  }

  /** How long each scrape took, under the name that Prometheus gives it. */
  static final String DURATION = "scrape_duration_seconds";

  /** How long each of the lab's own scrapes took, seconds. */
  static Stream<Sample> took(Recording recording) {
    return took(recording, "");
  }

  /** How long each scrape of another exporter took, seconds, by the group that is kept of it. */
  static Stream<Sample> took(Recording recording, String group) {
    return recording.series().stream()
        .filter(s -> s.id().metric().equals(DURATION) && s.id().label("groupname").equals(group))
        .flatMap(s -> s.samples().stream());
  }

  /** The scrapes inside a span. */
  static ScrapeTimes between(
      Recording recording, CounterTrack track, long fromMillis, long toMillis) {
    long interval = recording.scenario().scrapeInterval().toMillis();
    List<CounterTrack.Gap> gaps = track.gaps(fromMillis, toMillis);
    long jitter = 0;
    List<Span> holes = new ArrayList<>();
    Disturbances disturbances = Disturbances.of(recording);
    for (CounterTrack.Gap gap : gaps) {
      long length = gap.toMillis() - gap.fromMillis();
      long intervals = Math.max(1, Math.round((double) length / interval));
      if (intervals > 1 && !disturbances.explainGap(gap.fromMillis(), gap.toMillis())) {
        holes.add(new Span(gap.fromMillis(), gap.toMillis()));
      }
      if (intervals == 1) {
        jitter = Math.max(jitter, Math.abs(length - interval));
      }
    }
    return new ScrapeTimes(jitter, holes);
  }
}
