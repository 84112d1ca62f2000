package ratelab.loadgen.run;

import java.io.IOException;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.engine.LoadEngine;
import ratelab.loadgen.engine.OkHttpTransport;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.wire.WireEngine;

/** The engines by their names. */
final class Engines {
  /** Sets up an engine that has been chosen. */
  @FunctionalInterface
  interface Factory {
    Engine engine(Recorder recorder, RunClock clock);
  }

  private Engines() {}

  /**
   * @throws IOException if the engine cannot do what is asked for
   */
  static Factory choose(Plan plan, ExchangeSettings settings) throws IOException {
    return switch (plan.engine()) {
      case OKHTTP -> okHttp(plan, settings);
      case WIRE -> {
        if (!WireEngine.supports(settings)) {
          throw new IOException(
              "--engine wire speaks HTTP/1.1 without a proxy only; use --engine okhttp");
        }
        yield wire(plan, settings);
      }
      case AUTO -> WireEngine.supports(settings) ? wire(plan, settings) : okHttp(plan, settings);
    };
  }

  private static Factory okHttp(Plan plan, ExchangeSettings settings) {
    OkHttpTransport transport = new OkHttpTransport(settings);
    return (recorder, clock) -> new LoadEngine(plan.schedule(), transport, recorder, clock);
  }

  private static Factory wire(Plan plan, ExchangeSettings settings) {
    return (recorder, clock) -> new WireEngine(plan.schedule(), settings, recorder, clock);
  }
}
