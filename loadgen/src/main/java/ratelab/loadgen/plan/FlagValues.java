package ratelab.loadgen.plan;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The words of a command line, sorted into flags and the rest by Go's rules. */
final class FlagValues {
  private final ParseResult parsed;

  private FlagValues(ParseResult parsed) {
    this.parsed = parsed;
  }

  /**
   * @throws CommandLine.ParameterException if a flag is unknown or lacks its value
   */
  static FlagValues parse(String... args) {
    CommandSpec spec = CommandSpec.create().name("loadgen");
    for (Flag flag : Flag.values()) {
      spec.addOption(option(flag));
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("URL")
            .build());
    // As Go's flag package: -n5 and -hx are no flags, a repeated flag replaces the earlier one, a
    // value may look like a flag, and @ has no meaning.
    CommandLine line =
        new CommandLine(spec)
            .setPosixClusteredShortOptionsAllowed(false)
            .setOverwrittenOptionsAllowed(true)
            .setAllowOptionsAsOptionParameters(true)
            .setExpandAtFiles(false);
    return new FlagValues(line.parseArgs(args));
  }

  private static OptionSpec option(Flag flag) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag.spellings())
            .paramLabel(flag.argument().isEmpty() ? "BOOLEAN" : flag.argument());
    if (flag.isSwitch()) {
      return option.arity("0..1").fallbackValue("true").type(boolean.class).build();
    }
    return flag == Flag.HEADER
        ? option.arity("1").type(List.class).auxiliaryTypes(String.class).build()
        : option.arity("1").type(String.class).build();
  }

  boolean has(Flag flag) {
    return parsed.matchedOptionValue(flag.spelling(), false);
  }

  Optional<String> text(Flag flag) {
    return Optional.ofNullable(parsed.matchedOptionValue(flag.spelling(), null));
  }

  List<String> texts(Flag flag) {
    return parsed.matchedOptionValue(flag.spelling(), List.of());
  }

  /** What is not a flag. */
  List<String> rest() {
    return parsed.matchedPositionalValue(0, List.of());
  }
}
