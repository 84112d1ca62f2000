package ratelab.loadgen.engine;

import java.time.Duration;
import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Tickets;
import ratelab.loadgen.schedule.Turns;

/** One worker: one request in flight, the next one when that has ended and a turn has come. */
final class WorkerLoop {
  /** Enough for a look at an idle connection, so that the look does not make a request late. */
  private static final long PREPARATION_NANOS = Duration.ofMillis(3).toNanos();

  private final Gate gate;
  private final Turns turns;
  private final Exchanger exchanger;
  private final Recorder recorder;
  private final RunClock clock;
  private final IdleWorkers idle;
  private final Attempt attempt;

  WorkerLoop(
      int worker,
      Gate gate,
      Turns turns,
      Exchanger exchanger,
      Recorder recorder,
      RunClock clock,
      IdleWorkers idle) {
    this.gate = gate;
    this.turns = turns;
    this.exchanger = exchanger;
    this.recorder = recorder;
    this.clock = clock;
    this.idle = idle;
    this.attempt = new Attempt(worker);
  }

  /** Prepares the thread that will run the loop. */
  void settle() {
    if (turns.scheduled() && !Thread.currentThread().isVirtual()) {
      TimerSlack.refuse();
    }
  }

  /** Sends requests until the gate refuses one. */
  void run() throws InterruptedException {
    try (exchanger) {
      idle.join();
      while (begin()) {
        exchanger.exchange(attempt);
        recorder.record(attempt);
        idle.join();
      }
    }
  }

  /** Waits for the worker's turn and begins an attempt; false if there is none any more. */
  private boolean begin() throws InterruptedException {
    long now = clock.elapsedNanos();
    if (!gate.isOpen(now)) {
      endTurns();
      return false;
    }
    long due = turns.next(now);
    gate.sleepUntil(due - PREPARATION_NANOS);
    exchanger.prepare();
    gate.await(due);
    long id = gate.pass(turns.scheduled() ? due : clock.elapsedNanos());
    idle.leave();
    if (id == Tickets.NONE) {
      endTurns();
      return false;
    }
    if (turns.scheduled()) {
      boolean queued = now > due + Schedule.ON_TIME_NANOS;
      attempt.begin(id, due, queued, clock.elapsedNanos());
    } else {
      attempt.begin(id, clock.elapsedNanos());
    }
    return true;
  }

  private void endTurns() {
    if (!gate.allSent()) {
      turns.end(gate.endNanos());
    }
  }

  /** Gives up the request in flight; any thread may call this. */
  void abandon() {
    exchanger.abandon();
  }

  /** Turns that passed unused; exact once the loop has ended. */
  long missedTurns() {
    return turns.missed();
  }
}
