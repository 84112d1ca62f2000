package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.TurnSource;

/**
 * Drives the workers of one run. Issuing ends by schedule or by {@link #finishWithin} or {@link
 * #abandon}, which any thread may call; requests in flight at that moment are waited for.
 */
public final class LoadEngine {
  /** Platform threads are fairer and time better; above this many their stacks cost more. */
  private static final int MOST_PLATFORM_THREADS = 500;

  private final RunClock clock;
  private final Gate gate;
  private final Crew crew;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Sets up the workers without sending anything.
   *
   * @param clock started by {@link #drive}
   */
  public LoadEngine(Schedule schedule, Transport transport, Recorder recorder, RunClock clock) {
    this.clock = clock;
    boolean virtual = schedule.mostWorkers() > MOST_PLATFORM_THREADS;
    // A virtual thread that waits awake would keep its carrier from the others.
    gate = new Gate(schedule.tickets(), clock, schedule.spin() && !virtual && severalProcessors());
    TurnSource turns = schedule.begin();
    crew =
        new Crew(
            schedule.workers(),
            schedule.mostWorkers(),
            worker -> loop(worker, turns, transport, recorder),
            threads(virtual));
    crew.assemble();
  }

  private WorkerLoop loop(int worker, TurnSource turns, Transport transport, Recorder recorder) {
    return new WorkerLoop(
        worker,
        gate,
        turns.turns(worker),
        transport.exchanger(clock),
        recorder,
        clock,
        crew.idle());
  }

  private static boolean severalProcessors() {
    return Runtime.getRuntime().availableProcessors() > 1;
  }

  private static ThreadFactory threads(boolean virtual) {
    return virtual
        ? Thread.ofVirtual().name("worker-", 0).factory()
        : Thread.ofPlatform().daemon().name("worker-", 0).factory();
  }

  /**
   * Sends the load; returns when every request has ended or was given up.
   *
   * @throws IllegalStateException if a worker failed; the others were stopped
   */
  public void drive() throws InterruptedException {
    try {
      crew.work(clock::start, this::abandon);
    } finally {
      ended.countDown();
    }
  }

  /** Ends the issuing and gives up what is still in flight after the grace; does not wait. */
  public void finishWithin(Duration grace) {
    gate.close();
    Thread.ofVirtual().start(() -> abandonAfter(grace));
  }

  private void abandonAfter(Duration grace) {
    try {
      if (!ended.await(grace.toNanos(), TimeUnit.NANOSECONDS)) {
        abandon();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the issuing and gives up every request in flight. */
  public void abandon() {
    gate.close();
    crew.abandon();
  }

  /** Requests sent so far. */
  public long sent() {
    return gate.passed();
  }

  /** When issuing ended, in nanoseconds since the run's start. */
  public long stopNanos() {
    return gate.endNanos();
  }

  /** Workers so far. */
  public int workers() {
    return crew.size();
  }

  /** Turns that no worker was free for; exact once {@link #drive} has returned. */
  public long missedTurns() {
    return crew.missedTurns();
  }
}
