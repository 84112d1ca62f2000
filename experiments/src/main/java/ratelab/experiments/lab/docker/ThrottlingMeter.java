package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.recording.Throttling;

/**
 * How the targets of a run were throttled. The engine tells it alike for both versions of control
 * groups.
 */
final class ThrottlingMeter {
  private static final long ANSWER_SECONDS = 10;

  private @Nullable Throttling total;

  /** Adds a target that is about to end; its control group ends with it. Takes a second or two. */
  synchronized void add(ContainerMember target, double cpus) {
    if (target.exitStatus().isPresent()) {
      return;
    }
    Throttling one = read(target.container().getDockerClient(), target.id(), cpus);
    total = total == null ? one : total.plus(one);
  }

  /** Empty before a target was added. */
  synchronized Optional<Throttling> total() {
    return Optional.ofNullable(total);
  }

  private static Throttling read(DockerClient client, String container, double cpus) {
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

  private static Throttling of(double cpus, Statistics statistics) {
    return counted(cpus, statistics)
        .orElseThrow(() -> new LabException("the engine counts no throttling"));
  }

  /** What an engine's answer says of it; empty for one that says nothing. */
  static Optional<Throttling> counted(double cpus, Statistics statistics) {
    return Optional.ofNullable(statistics.getCpuStats())
        .map(CpuStatsConfig::getThrottlingData)
        .map(
            counted ->
                new Throttling(
                    cpus,
                    Objects.requireNonNull(counted.getPeriods()),
                    Objects.requireNonNull(counted.getThrottledPeriods()),
                    Duration.ofNanos(Objects.requireNonNull(counted.getThrottledTime()))));
  }
}
