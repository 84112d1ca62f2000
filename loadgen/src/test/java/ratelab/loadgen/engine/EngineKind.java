package ratelab.loadgen.engine;

import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.wire.WireEngine;

/** The engines, which do the same. */
public enum EngineKind {
  OKHTTP {
    @Override
    public Engine engine(
        Schedule schedule, ExchangeSettings settings, Recorder recorder, RunClock clock) {
      return new LoadEngine(schedule, new OkHttpTransport(settings), recorder, clock);
    }
  },
  WIRE {
    @Override
    public Engine engine(
        Schedule schedule, ExchangeSettings settings, Recorder recorder, RunClock clock) {
      return new WireEngine(schedule, settings, recorder, clock);
    }
  };

  public abstract Engine engine(
      Schedule schedule, ExchangeSettings settings, Recorder recorder, RunClock clock);
}
