package ratelab.loadgen.engine;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.TurnSource;

/** Drives the workers of one run, each on a thread of its own. */
public final class LoadEngine implements Engine {
  /** Platform threads are fairer and time better; above this many their stacks cost more. */
  private static final int MOST_PLATFORM_THREADS = 500;

  private final Transport transport;
  private final RunClock clock;
  private final Gate gate;
  private final Crew crew;
  private final Ending ending = new Ending();

  /**
   * Sets up the workers without sending anything.
   *
   * @param transport owned by the engine from now on
   * @param clock started by {@link #drive}
   */
  public LoadEngine(Schedule schedule, Transport transport, Recorder recorder, RunClock clock) {
    this.transport = transport;
    this.clock = clock;
    boolean virtual = schedule.mostWorkers() > MOST_PLATFORM_THREADS;
    // A virtual thread that waits awake would keep its carrier from the others.
    gate = new Gate(schedule.tickets(), clock, schedule.spin() && !virtual && severalProcessors());
    TurnSource turns = schedule.begin();
    crew =
        new Crew(
            schedule.workers(),
            schedule.mostWorkers(),
            worker -> loop(worker, turns, recorder),
            threads(virtual));
    crew.assemble();
  }

  private WorkerLoop loop(int worker, TurnSource turns, Recorder recorder) {
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

  @Override
  public void drive() throws InterruptedException {
    try {
      crew.work(clock::start, this::abandon);
    } finally {
      ending.reach();
    }
  }

  @Override
  public void finishWithin(Duration grace) {
    gate.close();
    ending.unlessWithin(grace, this::abandon);
  }

  @Override
  public void abandon() {
    gate.lock();
    crew.abandon();
  }

  @Override
  public long sent() {
    return gate.passed();
  }

  @Override
  public long stopNanos() {
    return gate.endNanos();
  }

  @Override
  public int workers() {
    return crew.size();
  }

  @Override
  public long missedTurns() {
    return crew.missedTurns();
  }

  @Override
  public void close() {
    transport.close();
  }
}
