package ratelab.loadgen.engine;

import ratelab.loadgen.record.Attempt;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Tickets;
import ratelab.loadgen.schedule.Turns;

/** One worker: one request in flight, the next one when that has ended and a turn has come. */
final class WorkerLoop {
  private final Gate gate;
  private final Turns turns;
  private final Exchanger exchanger;
  private final Recorder recorder;
  private final RunClock clock;
  private final Attempt attempt;

  WorkerLoop(
      int worker, Gate gate, Turns turns, Exchanger exchanger, Recorder recorder, RunClock clock) {
    this.gate = gate;
    this.turns = turns;
    this.exchanger = exchanger;
    this.recorder = recorder;
    this.clock = clock;
    this.attempt = new Attempt(worker);
  }

  /** Sends requests until the gate refuses one. */
  void run() throws InterruptedException {
    try (exchanger) {
      for (long id = gate.pass(turns); id != Tickets.NONE; id = gate.pass(turns)) {
        exchanger.prepare();
        attempt.begin(id, clock.elapsedNanos());
        exchanger.exchange(attempt);
        recorder.record(attempt);
      }
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
