package ratelab.loadgen.run;

import java.io.IOException;
import java.util.Optional;
import ratelab.loadgen.engine.EngineFactory;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.engine.LoadEngine;
import ratelab.loadgen.engine.OkHttpTransport;
import ratelab.loadgen.plan.Plan;
import ratelab.loadgen.wire.WireEngine;

/**
 * The engines by their names.
 *
 * @param name for the reports
 * @param remark why it was chosen, where the user left that open
 */
record Engines(String name, EngineFactory factory, Optional<String> remark) {
  private static final Engines OKHTTP =
      new Engines(
          "okhttp",
          (schedule, settings, recorder, clock) ->
              new LoadEngine(schedule, new OkHttpTransport(settings), recorder, clock),
          Optional.empty());
  private static final Engines WIRE = new Engines("wire", WireEngine::new, Optional.empty());

  /**
   * The engine that the plan names; {@code auto} is wire wherever wire can do what is asked for.
   *
   * @throws IOException if the engine cannot do what is asked for
   */
  static Engines choose(Plan plan, ExchangeSettings settings) throws IOException {
    boolean wireCan = WireEngine.supports(settings);
    return switch (plan.engine()) {
      case OKHTTP -> OKHTTP;
      case AUTO ->
          wireCan
              ? WIRE.because("HTTP/1.1 without a proxy")
              : OKHTTP.because("HTTP/2 or a proxy is asked for");
      case WIRE -> {
        if (!wireCan) {
          throw new IOException(
              "--engine wire speaks HTTP/1.1 without a proxy only; use --engine okhttp");
        }
        yield WIRE;
      }
    };
  }

  private Engines because(String reason) {
    return new Engines(name, factory, Optional.of("--engine auto takes " + name + ": " + reason));
  }
}
