package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.ThrottlingDataConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ratelab.experiments.lab.LabException;

/**
 * What became of a container under a limit of its processors, as its control group counts it
 * ({@code nr_throttled} and {@code throttled_time} or {@code throttled_usec} of {@code cpu.stat});
 * the engine tells it alike for both versions of control groups.
 *
 * @param cpus the limit
 * @param throttledPeriods periods in which the container had used up its share and had to wait
 * @param throttled how long it waited
 */
record CpuLimit(double cpus, long throttledPeriods, Duration throttled) {
  private static final long ANSWER_SECONDS = 10;

  /** Asks the engine, which takes a second or two. */
  static CpuLimit read(DockerClient client, String container, double cpus) {
    CompletableFuture<Statistics> answer = new CompletableFuture<>();
    client
        .statsCmd(container)
        .withNoStream(true)
        .exec(
            new ResultCallback.Adapter<Statistics>() {
              @Override
              public void onNext(Statistics statistics) {
                answer.complete(statistics);
              }

              @Override
              public void onError(Throwable failure) {
                answer.completeExceptionally(failure);
              }
            });
    try {
      return of(cpus, answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      throw new LabException("the engine does not say how the target was throttled: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while asking how the target was throttled", e);
    }
  }

  private static CpuLimit of(double cpus, Statistics statistics) {
    ThrottlingDataConfig throttling =
        Optional.ofNullable(statistics.getCpuStats().getThrottlingData())
            .orElseThrow(() -> new LabException("the engine counts no throttling"));
    return new CpuLimit(
        cpus,
        Objects.requireNonNull(throttling.getThrottledPeriods()),
        Duration.ofNanos(Objects.requireNonNull(throttling.getThrottledTime())));
  }

  /** For the record of the run. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%s cpus, throttled in %d periods, for %.1f s",
        cpus,
        throttledPeriods,
        throttled.toMillis() / 1000.0);
  }
}
