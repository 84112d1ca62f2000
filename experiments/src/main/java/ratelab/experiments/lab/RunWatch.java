package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.scrape.ScrapeClock;

/**
 * Waits on behalf of a run: while it does, it tells the listener where the run stands, and ends the
 * run when a member that the run needs has ended.
 */
public final class RunWatch {
  private static final Duration STATUS_EVERY_AT_MOST = Duration.ofSeconds(1);

  private final ScrapeClock clock;
  private final LabListener listener;
  private final long startMillis;
  private final long statusEveryMillis;
  private final List<Member> needed = new ArrayList<>();
  private LabPhase phase = LabPhase.STARTING;
  private OptionalLong phaseEnd = OptionalLong.empty();
  private OptionalLong runEnd = OptionalLong.empty();
  private Supplier<OptionalLong> toWorkOff = OptionalLong::empty;
  private LongFunction<OptionalDouble> cores = _ -> OptionalDouble.empty();
  private Runnable meanwhile = () -> {};
  private long lastStatusMillis;

  public RunWatch(ScrapeClock clock, LabListener listener, Duration scrapeInterval) {
    this.clock = clock;
    this.listener = listener;
    this.startMillis = clock.nowMillis();
    this.statusEveryMillis = Math.min(STATUS_EVERY_AT_MOST.toMillis(), scrapeInterval.toMillis());
  }

  /** From now on the run cannot go on without this member. */
  public void needs(Member member) {
    needed.add(member);
  }

  /** From now on the run goes on without this. */
  public void needsNoMore(Member member) {
    needed.remove(member);
  }

  /** From now on this is done again and again while the run waits. */
  void meanwhile(Runnable task) {
    meanwhile = task;
  }

  /** From now on the status shows this CPU rate, a function of the present instant. */
  public void showCores(LongFunction<OptionalDouble> rate) {
    cores = rate;
  }

  /** From now on the status shows this number of requests. */
  void showToWorkOff(Supplier<OptionalLong> requests) {
    toWorkOff = requests;
  }

  /** From now on the run is expected to end at this instant. */
  public void expectRunEnd(long millis) {
    runEnd = OptionalLong.of(millis);
  }

  /** A phase begins whose end is not known. */
  public void enter(LabPhase next) {
    enter(next, OptionalLong.empty());
  }

  /** A phase begins. */
  public void enter(LabPhase next, long expectedEndMillis) {
    enter(next, OptionalLong.of(expectedEndMillis));
  }

  private void enter(LabPhase next, OptionalLong expectedEnd) {
    phase = next;
    phaseEnd = expectedEnd;
    listener.phase(next, expectedEnd);
  }

  /** Waits until an instant. */
  public void untilMillis(long millis) {
    Duration left = Duration.ofMillis(Math.max(0, millis - clock.nowMillis()));
    until(
        "the end of the phase " + phase.label(),
        left.plusSeconds(1),
        () ->
            clock.nowMillis() >= millis
                ? new Seen<>(millis)
                : new NotYet<>(millis - clock.nowMillis() + " ms are left"));
  }

  /**
   * Waits for a condition.
   *
   * @throws LabException at the deadline, or when a member that the run needs has ended
   */
  public <T> T until(String what, Duration atMost, Supplier<Look<T>> look) {
    return Await.until(
        what,
        atMost,
        () -> {
          meanwhile.run();
          List.copyOf(needed).forEach(Member::ensureAlive);
          tellStatus();
          return look.get();
        });
  }

  private void tellStatus() {
    long now = clock.nowMillis();
    if (now - lastStatusMillis >= statusEveryMillis) {
      lastStatusMillis = now;
      Duration elapsed = Duration.ofMillis(now - startMillis);
      listener.status(
          new LabStatus(phase, elapsed, phaseEnd, runEnd, toWorkOff.get(), cores.apply(now)));
    }
  }
}
