package ratelab.loadgen.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import ratelab.loadgen.plan.Outputs.Stdout;

/** Where results go: -o --record --json --hlog --metrics-port. */
final class OutputFlags {
  private static final int HIGHEST_PORT = 65_535;

  private OutputFlags() {}

  static Outputs outputs(FlagValues flags) throws BadUsage {
    return new Outputs(
        stdout(flags),
        file(flags, Flag.RECORD),
        file(flags, Flag.JSON),
        file(flags, Flag.HLOG),
        metricsPort(flags));
  }

  private static OptionalInt metricsPort(FlagValues flags) throws BadUsage {
    if (flags.text(Flag.METRICS_PORT).isEmpty()) {
      return OptionalInt.empty();
    }
    long port = Numbers.whole(flags, Flag.METRICS_PORT, 0);
    if (port < 0 || port > HIGHEST_PORT) {
      throw BadUsage.senseless("--metrics-port " + port + ": use 1 to " + HIGHEST_PORT);
    }
    return OptionalInt.of((int) port);
  }

  private static Optional<Path> file(FlagValues flags, Flag flag) {
    return flags.text(flag).map(Path::of);
  }

  private static Stdout stdout(FlagValues flags) throws BadUsage {
    String type = flags.text(Flag.OUTPUT).orElse("");
    return switch (type) {
      case "" -> Stdout.SUMMARY;
      case "csv" -> Stdout.CSV;
      case "json" -> Stdout.JSON;
      default ->
          throw BadUsage.senseless(
              "-o " + type + ": unknown; use csv or json, or leave -o out for the summary");
    };
  }
}
