package ratelab.experiments.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Recording;

/**
 * The gaps between scrapes that show nothing but the idle target. A sample is stamped when its
 * scrape begins and is read until the answer is there: of a scrape that was still under way when
 * the calibration began, nobody knows whether it shows the calibration's first request.
 */
final class IdleGaps {
  private IdleGaps() {}

  static List<CounterTrack.Gap> of(Recording recording, CounterTrack track) {
    Map<Long, Double> tookSeconds = tookSeconds(recording);
    long end = recording.marks().calibrationStartMillis();
    return track.gaps(recording.marks().idleStartMillis(), end).stream()
        .filter(gap -> gap.toMillis() + 1000 * tookSeconds.getOrDefault(gap.toMillis(), 0.0) <= end)
        .toList();
  }

  private static Map<Long, Double> tookSeconds(Recording recording) {
    return ScrapeTimes.took(recording)
        .collect(Collectors.toMap(Sample::timestampMillis, Sample::value, Math::max));
  }
}
