package ratelab.sampleapp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import ratelab.sampleapp.concurrency.ConcurrencyKind;
import ratelab.sampleapp.cure.Cures;
import ratelab.sampleapp.cure.DropReason;
import ratelab.sampleapp.work.WorkKind;

/** The command line, and its translation to {@link SampleAppOptions}. */
@Command(
    name = "ratelab-sample-app",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "A service to measure: GET / works for a while (5 s unless told), then answers Hello World!",
      "A request that was read is worked off even if its client has gone, unless a cure says no.",
      ""
    },
    footer = {
      "",
      "Durations are written as in Go: 5s, 500ms, 1m30s.",
      "",
      "Examples:",
      "  The original experiment: one `sleep 5` at a time, on port 3000",
      "    java -jar ratelab-sample-app.jar",
      "  What a thread pool makes of the same load, with a log of every handler",
      "    java -jar ratelab-sample-app.jar --concurrency pool --threads 50 --log handlers.jsonl",
      "  A CPU curve far above the noise: each request sleeps 1 s and computes for 200 ms",
      "    java -jar ratelab-sample-app.jar --work sleep --sleep 1s --cpu 200ms",
      "  A backlog that ends with its load: nothing is done for clients that have gone",
      "    java -jar ratelab-sample-app.jar --drop gone",
      "  Processes too short-lived for an exporter: each request starts 5 that burn 20 ms each",
      "    java -jar ratelab-sample-app.jar --work spawn --children 5 --cpu 20ms",
      "",
      "While it runs: GET /metrics tells how many requests wait, are being worked on, and are done."
    })
final class SampleAppCommand {
  private static final Duration DEFAULT_SLEEP = Duration.ofSeconds(5);

  private final CommandLine parser =
      new CommandLine(this)
          .registerConverter(Duration.class, text -> explained(text, GoDuration::parse))
          .registerConverter(
              ConcurrencyKind.class,
              text -> explained(text, word -> oneOf(ConcurrencyKind.values(), word)))
          .registerConverter(
              WorkKind.class, text -> explained(text, word -> oneOf(WorkKind.values(), word)))
          .registerConverter(
              DropReason.class, text -> explained(text, word -> oneOf(DropReason.values(), word)));

  @Option(
      names = "--concurrency",
      paramLabel = "KIND",
      description = {
        "How many handlers run at once (default: single):",
        "single: one, in arrival order, as an event loop with a blocking handler",
        "pool: at most --threads",
        "virtual: all, each on its own virtual thread",
        "async: all, and no thread waits for them"
      })
  private ConcurrencyKind concurrency = ConcurrencyKind.SINGLE;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Size of the pool (default: 200; for --concurrency pool).")
  private int threads = 200;

  @Option(
      names = "--work",
      paramLabel = "KIND",
      description = {
        "How a handler lets its time pass (default: exec):",
        "exec: spawns the program `sleep` and waits for it, as the original did",
        "sleep: sleeps within the process",
        "burn: does not sleep at all, spends --cpu only",
        "spawn: starts --children processes, one after the other, that spend --cpu each and end"
      })
  private WorkKind work = WorkKind.EXEC;

  @Option(
      names = "--sleep",
      paramLabel = "DURATION",
      description = "That time (default: 5s; for --work exec and sleep).")
  private @Nullable Duration sleep;

  @Option(
      names = "--cpu",
      paramLabel = "DURATION",
      description = "CPU time that each handler, or child, spends besides (default: 0s).")
  private Duration cpu = Duration.ZERO;

  @Option(
      names = "--children",
      paramLabel = "N",
      description = "How many processes a handler starts (default: 1; for --work spawn).")
  private @Nullable Integer children;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on (default: 3000); 0 takes a free one.")
  private int port = 3000;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Append one JSON line for each handled request to FILE.")
  private @Nullable Path log;

  @ArgGroup(
      exclusive = false,
      validate = false,
      heading = "%nCures, so that a backlog ends in time:%n")
  private CureFlags cureFlags = new CureFlags();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and end.")
  private boolean help;

  /**
   * Reads a command line.
   *
   * @return what it asks for, or null if it asks for help
   * @throws ParameterException if a flag, a value or a combination makes no sense
   */
  @Nullable SampleAppOptions parse(String... args) {
    parser.parseArgs(args);
    if (help) {
      return null;
    }
    require(port >= 0 && port <= 65535, "--port " + port + " is not between 0 and 65535");
    require(threads >= 1, "--threads " + threads + " is not at least 1");
    checkWork();
    return new SampleAppOptions(
        concurrency,
        threads,
        work,
        sleep == null ? DEFAULT_SLEEP : sleep,
        cpu,
        children == null ? 1 : children,
        cures(),
        host,
        port,
        log);
  }

  /** The help, ready to print. */
  String help() {
    return parser.getUsageMessage();
  }

  private void checkWork() {
    if (!work.sleeps()) {
      require(
          sleep == null,
          "--work " + work + " does not sleep: leave out --sleep, or use --work sleep");
      require(!cpu.isZero(), "--work " + work + " needs --cpu: how much shall each request burn?");
    }
    if (children != null) {
      require(work == WorkKind.SPAWN, "--children is for --work spawn");
      require(children >= 1, "--children " + children + " is not at least 1");
    }
  }

  private Cures cures() {
    try {
      return cureFlags.cures(concurrency);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(parser, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private void require(boolean met, String message) {
    if (!met) {
      throw new ParameterException(parser, message);
    }
  }

  private static <T> T oneOf(T[] choices, String word) {
    for (T choice : choices) {
      if (choice.toString().equals(word)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "'" + word + "' is not one of " + Arrays.toString(choices).replaceAll("[\\[\\]]", ""));
  }

  private static <T> T explained(String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new TypeConversionException(wrong.getMessage());
    }
  }
}
