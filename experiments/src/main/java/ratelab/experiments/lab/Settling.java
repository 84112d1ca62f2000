package ratelab.experiments.lab;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.scrape.ScrapeClock;

/** Waits until the target's start-up work no longer shows in its CPU rate. */
public final class Settling {
  /** Well above an idle JVM (0.0004 cores), far below one that still compiles. */
  private static final double QUIET_CORES = 0.003;

  private static final int SCRAPES = 4;

  /** As long as a JVM on a busy machine compiles what its start needed. */
  private static final Duration AT_LEAST = Duration.ofSeconds(15);

  private final TargetRate rate;
  private final Duration interval;
  private final ScrapeClock clock;

  public Settling(TargetRate rate, Duration interval, ScrapeClock clock) {
    this.rate = rate;
    this.interval = interval;
    this.clock = clock;
  }

  /** How long it waits at most. */
  public Duration bound() {
    Duration scrapes = interval.multipliedBy(SCRAPES);
    return scrapes.compareTo(AT_LEAST) < 0 ? AT_LEAST : scrapes;
  }

  /** Waits; returns what the reader of the run should know if it was in vain. */
  public Optional<String> await(RunWatch watch) {
    long start = clock.nowMillis();
    long end = start + bound().toMillis();
    return watch.until(
        "a quiet target",
        bound().plusSeconds(1),
        () -> {
          long now = clock.nowMillis();
          OptionalDouble cores = rate.latest(Duration.ofMillis(now - start + 1), now);
          if (cores.isPresent() && cores.getAsDouble() <= QUIET_CORES) {
            return new Seen<>(Optional.empty());
          }
          return now < end ? new NotYet<>("it uses " + cores) : new Seen<>(note(cores));
        });
  }

  private static Optional<String> note(OptionalDouble cores) {
    return cores.stream().mapToObj(Settling::note).findFirst();
  }

  private static String note(double cores) {
    return String.format(
        Locale.ROOT,
        "The target still used %.4f cores when its idle baseline began: its idle band is wide.",
        cores);
  }
}
