package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import okhttp3.Request;
import ratelab.loadgen.plan.Invocation.Answer;
import ratelab.loadgen.plan.Invocation.Load;
import ratelab.loadgen.plan.Invocation.OnResults;
import ratelab.loadgen.plan.Invocation.Refusal;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.schedule.Schedule;

/**
 * From the words of a command line to what they mean. Reads the files that it names, and nothing
 * else.
 */
public final class CommandLineReader {
  private static final String COMPLETION = "completion";
  private static final List<String> COMMANDS = List.of(COMPLETION, "merge", "compare");
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

  /** OkHttp keeps limits as milliseconds in an int. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  private static final long MOST_PROCESSORS = 4096;

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
      if (args.length > 0 && COMMANDS.contains(args[0])) {
        return command(args[0], List.of(args).subList(1, args.length));
      }
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

  private static Invocation command(String name, List<String> words) throws BadUsage {
    return name.equals(COMPLETION)
        ? new Answer(Completion.script(words))
        : new OnResults(name, words);
  }

  private static Refusal refusal(int exitCode, String message) {
    return new Refusal(message + " (see loadgen -h)", exitCode);
  }

  private Plan plan(FlagValues flags) throws BadUsage {
    RequestSource requests = RequestFlags.requests(flags, "ratelab-loadgen/" + version);
    Request first = requests.request(1);
    Schedule schedule = ScheduleFlags.schedule(flags);
    return new Plan(
        requests,
        first.method(),
        RequestFlags.target(flags, first.url()),
        HeaderFlags.idHeader(flags),
        schedule,
        timeout(flags),
        !flags.has(Flag.NO_REDIRECTS),
        AccessFlags.access(flags, first.url().isHttps()),
        engine(flags),
        WarmUpFlags.choice(flags, schedule.limit()),
        grace(flags),
        SweepFlags.sweep(flags),
        processors(flags),
        FailIfFlag.conditions(flags),
        OutputFlags.outputs(flags));
  }

  private static Optional<Duration> grace(FlagValues flags) throws BadUsage {
    Optional<String> text = flags.text(Flag.GRACE);
    return text.isPresent()
        ? Optional.of(Numbers.duration(Flag.GRACE, text.get()))
        : Optional.empty();
  }

  private static OptionalInt processors(FlagValues flags) throws BadUsage {
    if (flags.text(Flag.CPUS).isEmpty()) {
      return OptionalInt.empty();
    }
    long count = Numbers.whole(flags, Flag.CPUS, 0);
    if (count < 1 || count > MOST_PROCESSORS) {
      throw BadUsage.senseless("-cpus " + count + ": use 1 to " + MOST_PROCESSORS);
    }
    return OptionalInt.of((int) count);
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
