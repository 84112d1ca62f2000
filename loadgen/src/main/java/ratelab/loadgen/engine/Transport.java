package ratelab.loadgen.engine;

import ratelab.loadgen.record.RunClock;

/** A way to carry requests: costly to set up once, cheap to ask for one exchanger per worker. */
public interface Transport extends AutoCloseable {
  /** A new exchanger that stamps attempts by this clock. */
  Exchanger exchanger(RunClock clock);

  /** Frees what the exchangers share; they have been closed before. */
  @Override
  void close();
}
