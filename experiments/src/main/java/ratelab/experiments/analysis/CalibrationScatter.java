package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Tolerances;
import ratelab.experiments.recording.Recording;

/**
 * Whether the calibration can bear the forecast from it. What else a machine does only lengthens a
 * request, so their median, which counts, is too long by at most its distance to the shortest.
 * That, on each request that a busy server works off, has to be less than what the forecast may
 * miss by.
 */
final class CalibrationScatter {
  private final Recording recording;

  CalibrationScatter(Recording recording) {
    this.recording = recording;
  }

  /** Why a forecast from it is not to be judged; empty if it may be. */
  Optional<String> doubt(Forecast beforeLoad) {
    if (recording.calibration().isEmpty()) {
      return Optional.empty();
    }
    Duration error = beforeLoad.serviceTime().minus(Collections.min(recording.calibration()));
    Duration onAll = error.multipliedBy(inARow(beforeLoad));
    Duration allowed = Tolerances.beforeLoad(beforeLoad.drain(), beforeLoad.serviceTime());
    return onAll.compareTo(allowed) <= 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The calibration's requests took %.3f to %.3f s, too unlike one another to forecast"
                    + " from: look what else the machine does, or use a lower --speed.",
                Collections.min(recording.calibration()).toNanos() / 1e9,
                Collections.max(recording.calibration()).toNanos() / 1e9));
  }

  /** How many requests one server works off after another, from the load's start to the last. */
  private long inARow(Forecast beforeLoad) {
    Duration busy = recording.scenario().load().duration().plus(beforeLoad.drain());
    return Math.max(
        1, Math.ceilDiv(busy.toNanos(), Math.max(1, beforeLoad.serviceTime().toNanos())));
  }
}
