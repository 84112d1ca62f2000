package ratelab.loadgen.run;

import java.io.IOException;
import ratelab.loadgen.engine.ExchangeSettings;
import ratelab.loadgen.engine.OkHttpTransport;
import ratelab.loadgen.engine.Transport;
import ratelab.loadgen.plan.Engine;

/** The engines by their names. */
final class Transports {
  private Transports() {}

  /**
   * @throws IOException if the engine cannot do what is asked for
   */
  static Transport of(Engine engine, ExchangeSettings settings) throws IOException {
    return switch (engine) {
      case OKHTTP, AUTO -> new OkHttpTransport(settings);
      case WIRE -> throw new IOException("--engine wire is not in this build; use okhttp");
    };
  }

  /** The name of the engine that runs, for the reports. */
  static String name(Engine engine) {
    return switch (engine) {
      case OKHTTP, AUTO -> "okhttp";
      case WIRE -> "wire";
    };
  }
}
