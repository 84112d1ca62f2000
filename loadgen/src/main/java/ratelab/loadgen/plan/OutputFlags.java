package ratelab.loadgen.plan;

import java.nio.file.Path;
import java.util.Optional;
import ratelab.loadgen.plan.Outputs.Stdout;

/** Where results go: -o --record --json --hlog. */
final class OutputFlags {
  private OutputFlags() {}

  static Outputs outputs(FlagValues flags) throws BadUsage {
    return new Outputs(
        stdout(flags), file(flags, Flag.RECORD), file(flags, Flag.JSON), file(flags, Flag.HLOG));
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
