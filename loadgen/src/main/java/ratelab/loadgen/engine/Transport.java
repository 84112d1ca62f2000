package ratelab.loadgen.engine;

import ratelab.loadgen.record.RunClock;

/** A way to carry requests: costly to set up once, cheap to ask for one exchanger per worker. */
public interface Transport {
  /** A new exchanger that stamps attempts by this clock. */
  Exchanger exchanger(RunClock clock);
}
