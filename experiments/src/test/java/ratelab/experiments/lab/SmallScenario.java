package ratelab.experiments.lab;

import java.time.Duration;
import java.util.List;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Targets;
import ratelab.experiments.scenario.Work;

/** The original experiment in small: the same relations, done in seconds. */
public final class SmallScenario {
  private SmallScenario() {}

  public static Scenario on(Platform platform) {
    return new Scenario(
        "small",
        "the original in small",
        Targets.app(
            platform,
            Concurrency.SINGLE,
            Work.EXEC,
            Duration.ofMillis(100),
            Duration.ZERO,
            1,
            platform == Platform.NODE ? AcceptPolicy.ONE : AcceptPolicy.ALL),
        new Load(8, Duration.ofSeconds(1), Duration.ofMillis(300)),
        Duration.ofMillis(300),
        List.of(Duration.ofMillis(600), Duration.ofMillis(1200)),
        Duration.ofSeconds(1),
        List.of(),
        50,
        List.of());
  }
}
