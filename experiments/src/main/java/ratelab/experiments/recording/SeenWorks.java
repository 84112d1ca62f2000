package ratelab.experiments.recording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.SeenWork;
import ratelab.experiments.scenario.ForecastStage;

/** Finds in counts and connections how a user's service has worked under its load. */
public final class SeenWorks {
  private SeenWorks() {}

  /** Why a run has no forecast of the drain; empty if all is known that it needs. */
  public static Optional<String> missing(
      LoadResult load, List<Duration> calibration, Optional<List<Abandoned>> abandoned) {
    if (!load.isKnown()) {
      return Optional.of("the load tells no counts");
    }
    if (calibration.isEmpty()) {
      return Optional.of("the service did not answer the calibration with 200");
    }
    return abandoned.isPresent()
        ? Optional.empty()
        : Optional.of("the lab cannot look at the connections of the service");
  }

  /** How many clients' abandoned connections were open at an instant. */
  public static long openAt(long millis, List<Abandoned> abandoned) {
    return abandoned.stream().filter(each -> each.isOpenAt(millis)).count();
  }

  /**
   * From a load's counts; empty if the service was done with nothing.
   *
   * @param open abandoned connections at its end; those of clients that got their answer are left
   *     too for a moment, so that at most the requests given up count
   */
  public static Optional<SeenWork> of(
      LoadResult load, long open, Duration length, Duration serviceTime) {
    long left = Math.min(open, load.timedOut() + load.inFlightAtEnd());
    long done = load.sent() - load.failed() - left;
    return done > 0 && length.isPositive()
        ? Optional.of(new SeenWork(done, left, length, serviceTime))
        : Optional.empty();
  }

  /** What the forecast at the load's end of a user's service rested on; empty if there is none. */
  public static Optional<SeenWork> of(Recording recording) {
    return recording.scenario().target().own().isEmpty()
        ? Optional.empty()
        : recording.forecast(ForecastStage.LOAD_END).flatMap(forecast -> of(recording, forecast));
  }

  private static Optional<SeenWork> of(Recording recording, Forecast forecast) {
    Marks marks = recording.marks();
    return of(
        recording.load(),
        openAt(forecast.madeAtMillis(), recording.abandoned().orElse(List.of())),
        Duration.ofMillis(marks.loadEndMillis() - marks.loadStartMillis()),
        forecast.serviceTime());
  }
}
