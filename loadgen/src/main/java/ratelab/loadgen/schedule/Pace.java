package ratelab.loadgen.schedule;

/** What makes a request due. */
public sealed interface Pace {
  /** Hands out the turns of one run. */
  TurnSource begin(int workers);

  /** The closed model: the worker's last request has ended. */
  record Free() implements Pace {
    @Override
    public TurnSource begin(int workers) {
      return _ -> new FreeTurns();
    }
  }

  /**
   * Each worker has a rate of its own, evenly staggered with the others'; hey's {@code -q}.
   *
   * @param perSecond of each worker
   */
  record PerWorker(double perSecond, OnLate onLate) implements Pace {
    @Override
    public TurnSource begin(int workers) {
      RateCurve all = new ConstantRate(perSecond * workers);
      return worker -> new OwnTurns(all, worker, workers, onLate);
    }
  }

  /** The open model: time alone, whether or not earlier requests have ended. */
  record Open(RateCurve curve, Arrivals arrivals, OnLate onLate) implements Pace {
    @Override
    public TurnSource begin(int workers) {
      Slots slots = new Slots(curve, arrivals.positions(), onLate);
      return _ -> new SharedTurns(slots);
    }
  }
}
