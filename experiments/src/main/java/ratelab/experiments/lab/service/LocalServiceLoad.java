package ratelab.experiments.lab.service;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.lab.Guardian;
import ratelab.experiments.lab.HostCommand;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LoadProcess;
import ratelab.experiments.lab.LoadReport;
import ratelab.experiments.lab.ManagedProcess;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.LoadCommand;

/** A load from this machine: the lab's own, hey's, or any command. */
final class LocalServiceLoad implements ServiceLoad {
  private static final String NAME = "load";

  /** Nobody but its user knows how long a command takes. */
  private static final Duration LONGEST_COMMAND = Duration.ofHours(24);

  /** A shell's status for a program that is not there. */
  private static final int NOT_FOUND = 127;

  /** A shell's statuses for a program that cannot be run or found. */
  private static final List<Integer> NEVER_STARTED = List.of(125, 126, NOT_FOUND);

  private final Guardian guardian;
  private final Setup setup;
  private final URI url;
  private final RunWatch watch;
  private final LabListener listener;
  private final LabsLoad labs;

  LocalServiceLoad(Guardian guardian, Setup setup, URI url, RunWatch watch, LabListener listener) {
    this.guardian = guardian;
    this.setup = setup;
    this.url = url;
    this.watch = watch;
    this.listener = listener;
    this.labs = new LabsLoad(load -> LoadProcess.start(guardian, setup, load, url), setup, watch);
  }

  /**
   * Looks a load's program up, so that a missing one is told before anything is started.
   *
   * @throws LabException if the shell finds none of this name
   */
  static void ensureFound(Load load, URI url) {
    if (load.command().isEmpty()) {
      return;
    }
    List<String> words = words(load.command().get(), url);
    String program = words.getFirst();
    if (HostCommand.onPath(program).isEmpty()) {
      throw notRun(words, NOT_FOUND, "the shell finds no program '%s'".formatted(program));
    }
  }

  @Override
  public LoadReport run(Load load) {
    Optional<LoadCommand> command = load.command();
    return command.isPresent() ? run(command.get()) : labs.run(load);
  }

  private LoadReport run(LoadCommand command) {
    List<String> words = words(command, url);
    RunDirectory run = setup.run();
    long start = setup.clock().nowMillis();
    try (ManagedProcess process = ManagedProcess.start(guardian, NAME, words, run.logs())) {
      int status = LabsLoad.awaitEnd(watch, process, LONGEST_COMMAND);
      long end = setup.clock().nowMillis();
      check(status, words, process);
      LoadResult result = command.isHey() ? HeySummary.of(printed(run)) : LoadResult.unknown();
      return new LoadReport(start, stopMillis(command, start, end), end, result);
    }
  }

  private static List<String> words(LoadCommand command, URI url) {
    return command.isHey()
        ? Stream.of(List.of("hey"), command.words(), List.of(url.toString()))
            .flatMap(List::stream)
            .toList()
        : command.words();
  }

  /** Where hey starts no new requests any more; it then waits for those under way. */
  private static long stopMillis(LoadCommand command, long startMillis, long endMillis) {
    int duration = command.words().indexOf("-z") + 1;
    if (!command.isHey() || duration == 0 || duration >= command.words().size()) {
      return endMillis;
    }
    Duration length = Durations.parse(command.words().get(duration));
    return Math.min(endMillis, startMillis + length.toMillis());
  }

  /** A load that has run and is not content (k6's thresholds, say) is a load. */
  private void check(int status, List<String> words, Member process) {
    if (NEVER_STARTED.contains(status)) {
      throw notRun(words, status, process.lastWords());
    }
    if (status != 0) {
      listener.note("The load's command ended with status " + status + ".");
    }
  }

  private static LabException notRun(List<String> words, int status, String why) {
    return new LabException(
        "the load '%s' cannot be run (status %d): install it, or give its path; %s"
            .formatted(String.join(" ", words), status, why));
  }

  private static String printed(RunDirectory run) {
    try {
      return Files.readString(run.logs().resolve(NAME + ".out.log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LabException("cannot read what hey has printed: " + e.getMessage(), e);
    }
  }
}
