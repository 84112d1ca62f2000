package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import ratelab.experiments.lab.SampleStore;
import ratelab.experiments.recording.ThrottledPeriods;

/**
 * Reads once a second, as often as the engine does, how a limited target is throttled, until that
 * ends. It costs the target nothing: the engine reads files of its control group.
 */
final class ThrottlingReadings implements AutoCloseable {
  private final ResultCallback.Adapter<Statistics> answers;

  private ThrottlingReadings(ResultCallback.Adapter<Statistics> answers) {
    this.answers = answers;
  }

  /** From now on; each reading is kept in {@code store}. */
  static ThrottlingReadings start(ContainerMember target, double cpus, SampleStore store) {
    var answers =
        new ResultCallback.Adapter<Statistics>() {
          @Override
          public void onNext(Statistics read) {
            keep(read, cpus, store);
          }
        };
    return new ThrottlingReadings(
        target.container().getDockerClient().statsCmd(target.id()).exec(answers));
  }

  /** The engine stamps what it has read; of a container that has just ended it reads nothing. */
  private static void keep(Statistics read, double cpus, SampleStore store) {
    Optional.ofNullable(read.getRead())
        .map(time -> OffsetDateTime.parse(time).toInstant().toEpochMilli())
        .filter(millis -> millis > 0)
        .ifPresent(
            millis ->
                ThrottlingMeter.counted(cpus, read)
                    .map(counted -> ThrottledPeriods.reading(millis, counted))
                    .ifPresent(store::keep));
  }

  @Override
  public void close() {
    try {
      answers.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
