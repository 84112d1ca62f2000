package ratelab.loadgen.engine;

import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;

/** Sets up engines of one kind. */
@FunctionalInterface
public interface EngineFactory {
  /**
   * An engine for one run, which sends nothing yet.
   *
   * @param clock started when the run begins
   */
  Engine engine(Schedule schedule, ExchangeSettings settings, Recorder recorder, RunClock clock);
}
