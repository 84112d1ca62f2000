package ratelab.experiments.lab;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import ratelab.experiments.recording.AttemptsFile;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Load;

/** How many of the load's requests were sent and are not yet worked off. */
final class OpenRequests {
  private final HandledSoFar handled;
  private final RunDirectory run;
  private final Load load;
  private OptionalLong sent = OptionalLong.empty();

  OpenRequests(HandledSoFar handled, RunDirectory run, Load load) {
    this.handled = handled;
    this.run = run;
    this.load = load;
  }

  /** The load has ended, and its own count is known. */
  void allSent(long count) {
    sent = OptionalLong.of(count);
  }

  /** The load's requests that were worked off so far. */
  List<HandledRequest> workedOff() {
    return handled.read().handled().stream()
        .filter(request -> !request.id().startsWith(Calibration.ID_PREFIX))
        .toList();
  }

  /** From the end of each of the load's requests to that of the next one, so far. */
  List<Duration> periods() {
    double[] ends = workedOff().stream().mapToDouble(HandledRequest::endMillis).sorted().toArray();
    return IntStream.range(1, ends.length)
        .mapToObj(i -> Duration.ofNanos(Math.round((ends[i] - ends[i - 1]) * 1e6)))
        .toList();
  }

  /** How many of the load's requests the target will not work on. */
  long declined() {
    return handled.read().declined().stream()
        .filter(request -> !request.id().startsWith(Calibration.ID_PREFIX))
        .count();
  }

  /** How long the target worked on each request of the calibration. */
  List<Duration> calibration() {
    return handled.read().handled().stream()
        .filter(request -> Calibration.counts(request.id()))
        .map(request -> Math.round((request.endMillis() - request.startMillis()) * 1e6))
        .map(Duration::ofNanos)
        .toList();
  }

  /**
   * How much CPU the target used from one request's end to that of each request of the calibration;
   * empty where its log does not tell.
   */
  List<Duration> calibrationCpu() {
    List<HandledRequest> all = handled.read().handled();
    return IntStream.range(1, all.size())
        .filter(i -> Calibration.counts(all.get(i).id()))
        .mapToObj(i -> cpu(all.get(i - 1), all.get(i)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Duration> cpu(HandledRequest before, HandledRequest request) {
    return before.cpuNanos().isPresent() && request.cpuNanos().isPresent()
        ? Optional.of(
            Duration.ofNanos(request.cpuNanos().getAsLong() - before.cpuNanos().getAsLong()))
        : Optional.empty();
  }

  /** The present number; empty before the load. */
  OptionalLong count() {
    OptionalLong soFar = sent.isPresent() ? sent : sentSoFar();
    return soFar.isEmpty()
        ? soFar
        : OptionalLong.of(Math.max(0, soFar.getAsLong() - workedOff().size() - declined()));
  }

  /**
   * While the load runs, each worker has one request under way; the record has those that ended.
   */
  private OptionalLong sentSoFar() {
    return Files.exists(run.attempts())
        ? OptionalLong.of(AttemptsFile.readGrowing(run.attempts()).size() + load.workers())
        : OptionalLong.empty();
  }
}
