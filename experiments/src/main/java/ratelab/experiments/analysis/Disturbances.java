package ratelab.experiments.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Disturbance.Anchor;

/**
 * What was done to a run on purpose, as far as verdicts have to know of it: where a sample is
 * missing because the lab left it out, nothing is in doubt.
 */
final class Disturbances {
  /** After these the lab knows which samples are missing, and why. */
  private static final Set<Act> KNOWN_GAPS =
      EnumSet.of(Act.SKIP_SCRAPES, Act.RESTART_TARGET, Act.END_TARGET);

  private final List<Disturbed> disturbed;
  private final long intervalMillis;

  private Disturbances(List<Disturbed> disturbed, long intervalMillis) {
    this.disturbed = disturbed;
    this.intervalMillis = intervalMillis;
  }

  static Disturbances of(Recording recording) {
    return new Disturbances(
        recording.disturbed(), recording.scenario().scrapeInterval().toMillis());
  }

  /** Whether samples are missing between two instants because the lab saw to that. */
  boolean explainGap(long fromMillis, long toMillis) {
    return disturbed.stream()
        .filter(d -> KNOWN_GAPS.contains(d.act()))
        .anyMatch(d -> d.startMillis() <= toMillis && d.endMillis() + intervalMillis >= fromMillis);
  }

  /** Whether at an instant the target is being restarted, or has ended. */
  boolean changeTarget(long timeMillis) {
    return disturbed.stream()
        .filter(d -> d.act().endsTarget())
        .anyMatch(
            d ->
                timeMillis >= d.startMillis()
                    && (d.act() == Act.END_TARGET || timeMillis <= d.endMillis() + intervalMillis));
  }

  /**
   * A scrape that was to be left out after the load and had been made before the lab came to it, if
   * there is one: milliseconds since the epoch. Then the samples hold nothing unusual.
   *
   * @param track the samples that there are
   */
  OptionalLong madeInSpiteOfAll(Recording recording, CounterTrack track) {
    return recording.scenario().disturbances().stream()
        .filter(planned -> planned.act() == Act.SKIP_SCRAPES && planned.at() == Anchor.LOAD_END)
        .map(planned -> recording.marks().loadEndMillis() + planned.after().toMillis())
        .flatMapToLong(due -> madeBetween(due, firstSkip(due), track))
        .findFirst();
  }

  private long firstSkip(long fromMillis) {
    return disturbed.stream()
        .filter(d -> d.act() == Act.SKIP_SCRAPES && d.endMillis() >= fromMillis)
        .mapToLong(Disturbed::startMillis)
        .min()
        .orElse(fromMillis);
  }

  private static LongStream madeBetween(long fromMillis, long toMillis, CounterTrack track) {
    return track.samples().stream()
        .mapToLong(Sample::timestampMillis)
        .filter(time -> time > fromMillis && time < toMillis);
  }

  /** The restart of the target, if there was one. */
  Optional<Disturbed> restart() {
    return disturbed.stream().filter(d -> d.act() == Act.RESTART_TARGET).findFirst();
  }
}
