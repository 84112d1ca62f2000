package ratelab.experiments.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioException;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Words;
import ratelab.experiments.scenario.Work;

/** Another target than the scenario's. */
final class TargetOptions {
  @Option(
      names = "--target",
      paramLabel = "RUNTIME",
      description =
          "Run the app on javalin, node, express, python or go. Default: as in the scenario.")
  private @Nullable Platform platform;

  @Option(
      names = "--concurrency",
      paramLabel = "KIND",
      description =
          "How the target works on several requests: single, pool, virtual or async; not all"
              + " targets have all.")
  private @Nullable Concurrency concurrency;

  @Option(
      names = "--work",
      paramLabel = "KIND",
      description = "What the handler does: exec (spawn sleep), sleep, burn, or spawn.")
  private @Nullable Work work;

  @Option(
      names = "--cpu",
      paramLabel = "DURATION",
      description =
          "CPU time that a handler spends beside its sleep, as 20ms; not scaled by --speed.")
  private @Nullable Duration cpu;

  /** The scenario with these changes. */
  Scenario applyTo(Scenario scenario) {
    Target old = scenario.target();
    if (old.own().isPresent() || platform == Platform.OWN) {
      return unchanged(scenario);
    }
    Platform newPlatform = platform == null ? old.platform() : platform;
    Concurrency newConcurrency = concurrency(newPlatform, old);
    AcceptPolicy accept = newPlatform == old.platform() ? old.accept() : AcceptPolicy.ALL;
    Work newWork = work == null ? old.work() : work;
    return scenario.withTarget(
        new Target(
            newPlatform,
            newConcurrency,
            newWork,
            sleep(newWork, old),
            cpu(newWork, old),
            old.threads(),
            accept,
            old.admission(),
            newWork == Work.SPAWN ? Math.max(1, old.children()) : 0,
            old.cpus(),
            old.own()));
  }

  /** Of one's own service nothing can be chosen here. */
  private Scenario unchanged(Scenario scenario) {
    if (platform == null && concurrency == null && work == null && cpu == null) {
      return scenario;
    }
    throw new ScenarioException(
        "--target, --concurrency, --work and --cpu choose a sample app: your own service is"
            + " described in a scenario file; `lab init` writes one");
  }

  private Concurrency concurrency(Platform on, Target old) {
    Concurrency wanted = concurrency == null ? old.concurrency() : concurrency;
    if (on.kinds().contains(wanted)) {
      return wanted;
    }
    if (concurrency == null) {
      return Concurrency.SINGLE;
    }
    throw new ScenarioException(
        "--target %s has no --concurrency %s: choose one of %s, or another target"
            .formatted(
                Words.of(on), Words.of(wanted), on.kinds().stream().map(Words::of).toList()));
  }

  private static Duration sleep(Work work, Target old) {
    if (work.sleeps() && !old.work().sleeps()) {
      throw new ScenarioException(
          "--work %s: the scenario's target burns and has no sleep; copy the scenario and give it one"
              .formatted(Words.of(work)));
    }
    return work.sleeps() ? old.sleep() : Duration.ZERO;
  }

  private Duration cpu(Work work, Target old) {
    Duration spent = cpu == null ? old.cpu() : cpu;
    if (!work.sleeps() && spent.isZero()) {
      throw new ScenarioException(
          "--work %s: tell how much CPU time to burn, as --cpu 200ms".formatted(Words.of(work)));
    }
    return spent;
  }
}
