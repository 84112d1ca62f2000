package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.Optional;
import ratelab.loadgen.plan.Invocation.Answer;
import ratelab.loadgen.plan.Invocation.Load;
import ratelab.loadgen.plan.Invocation.Refusal;

/** From the words of a command line to what they mean. Reads the body's file and nothing else. */
public final class CommandLineReader {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

  /** OkHttp keeps limits as milliseconds in an int. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  private final String version;

  /**
   * @param version of this program, for the User-Agent header and {@code -version}
   */
  public CommandLineReader(String version) {
    this.version = version;
  }

  /** Never throws: what cannot be run is a {@link Refusal}. */
  public Invocation read(String... args) {
    try {
      FlagValues flags = FlagValues.parse(args);
      if (flags.has(Flag.HELP)) {
        return new Answer(Help.text());
      }
      if (flags.has(Flag.VERSION)) {
        return new Answer("ratelab-loadgen " + version + "\n");
      }
      return new Load(plan(flags), ScheduleFlags.notes(flags));
    } catch (BadUsage e) {
      return refusal(e.exitCode(), String.valueOf(e.getMessage()));
    }
  }

  private static Refusal refusal(int exitCode, String message) {
    return new Refusal(message + " (see loadgen -h)", exitCode);
  }

  private Plan plan(FlagValues flags) throws BadUsage {
    return new Plan(
        RequestFlags.request(flags, "ratelab-loadgen/" + version),
        HeaderFlags.idHeader(flags),
        ScheduleFlags.schedule(flags),
        timeout(flags),
        !flags.has(Flag.NO_REDIRECTS),
        engine(flags),
        OutputFlags.outputs(flags));
  }

  private static Engine engine(FlagValues flags) throws BadUsage {
    String name = flags.text(Flag.ENGINE).orElse("okhttp");
    return switch (name) {
      case "okhttp" -> Engine.OKHTTP;
      case "wire" -> Engine.WIRE;
      case "auto" -> Engine.AUTO;
      default ->
          throw BadUsage.senseless("--engine " + name + ": unknown; use okhttp, wire or auto");
    };
  }

  private static Duration timeout(FlagValues flags) throws BadUsage {
    Optional<String> text = flags.text(Flag.TIMEOUT);
    if (text.isEmpty()) {
      return DEFAULT_TIMEOUT;
    }
    String value = text.get();
    // Bare digits are hey's whole seconds.
    Duration timeout = Numbers.duration(Flag.TIMEOUT, value.matches("\\d+") ? value + "s" : value);
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw BadUsage.senseless("-t " + value + ": at most 24 days; use 0 for no limit");
    }
    if (timeout.isPositive() && timeout.toMillis() == 0) {
      throw BadUsage.senseless("-t " + value + ": at least 1ms; use 0 for no limit");
    }
    return timeout;
  }
}
