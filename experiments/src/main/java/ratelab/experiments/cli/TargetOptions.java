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
      description = "Run the app on javalin or node. Default: as in the scenario.")
  private @Nullable Platform platform;

  @Option(
      names = "--concurrency",
      paramLabel = "KIND",
      description =
          "How the Javalin target works on several requests: single, pool, virtual or async.")
  private @Nullable Concurrency concurrency;

  @Option(
      names = "--work",
      paramLabel = "KIND",
      description = "What the handler does: exec (spawn sleep), sleep, or burn.")
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
    Platform newPlatform = platform == null ? old.platform() : platform;
    if (newPlatform == Platform.NODE && concurrency != null && concurrency != Concurrency.SINGLE) {
      throw new ScenarioException(
          "--target node works on one request at a time: leave --concurrency out, or use --target"
              + " javalin");
    }
    Concurrency newConcurrency =
        newPlatform == Platform.NODE
            ? Concurrency.SINGLE
            : concurrency == null ? old.concurrency() : concurrency;
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
            accept));
  }

  private static Duration sleep(Work work, Target old) {
    if (work != Work.BURN && old.work() == Work.BURN) {
      throw new ScenarioException(
          "--work %s: the scenario's target burns and has no sleep; copy the scenario and give it one"
              .formatted(Words.of(work)));
    }
    return work == Work.BURN ? Duration.ZERO : old.sleep();
  }

  private Duration cpu(Work work, Target old) {
    Duration spent = cpu == null ? old.cpu() : cpu;
    if (work == Work.BURN && spent.isZero()) {
      throw new ScenarioException("--work burn: tell how much CPU time to burn, as --cpu 200ms");
    }
    return spent;
  }
}
