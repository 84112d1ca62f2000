package ratelab.experiments.lab.service;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.TargetRate;
import ratelab.experiments.scrape.ScrapeClock;

/**
 * Waits until a service whose handlers nobody logs has nothing left to do, as far as that can be
 * seen from outside: its CPU is back at its idle level and stays there, and no client's abandoned
 * connection is open.
 */
final class QuietWatch {
  private static final int QUIET_SCRAPES = 4;

  /** Of the rate above idle under load: less than that is no work. */
  private static final double WORK_SHARE = 0.05;

  private final TargetRate rate;
  private final BooleanSupplier abandoned;
  private final Duration interval;
  private final ScrapeClock clock;

  /**
   * @param abandoned whether any abandoned connection is open now
   */
  QuietWatch(
      TargetRate rate, BooleanSupplier abandoned, Duration scrapeInterval, ScrapeClock clock) {
    this.rate = rate;
    this.abandoned = abandoned;
    this.interval = scrapeInterval;
    this.clock = clock;
  }

  /**
   * Waits, but not for ever.
   *
   * @param idleCores the idle service's CPU rate
   * @param loadCores its rate under load
   * @param atMost how long
   * @return the last instant at which it was seen to work
   */
  long await(
      RunWatch watch, long loadEndMillis, double idleCores, double loadCores, Duration atMost) {
    double busy = idleCores + Math.max(0, loadCores - idleCores) * WORK_SHARE;
    long giveUp = clock.nowMillis() + atMost.toMillis();
    long[] lastWork = {loadEndMillis};
    return watch.until(
        "the target to come to rest", atMost.plusSeconds(1), () -> look(lastWork, busy, giveUp));
  }

  private Look<Long> look(long[] lastWork, double busyCores, long giveUpMillis) {
    long now = clock.nowMillis();
    OptionalDouble cores = rate.latest(interval.multipliedBy(QUIET_SCRAPES), now);
    boolean computes = cores.isPresent() && cores.getAsDouble() > busyCores;
    if (computes || abandoned.getAsBoolean()) {
      lastWork[0] = now;
    }
    boolean quiet = now - lastWork[0] > interval.multipliedBy(QUIET_SCRAPES).toMillis();
    return quiet || now > giveUpMillis
        ? new Seen<>(lastWork[0])
        : new NotYet<>("it uses " + cores + " cores");
  }
}
