package ratelab.exporter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.group.ConfigException;

/** Serves CPU time, memory and threads of groups of processes to Prometheus. */
public final class ExporterMain {
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  /** Time, level, message, cause: one line where Java's default takes two. */
  private static final String LOG_FORMAT = "%1$tFT%1$tT %4$s %5$s%6$s%n";

  private ExporterMain() {}

  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
    try {
      ExporterOptions options = ExporterOptions.parse(List.of(arguments));
      switch (options.action()) {
        case SHOW_HELP -> System.out.print(ExporterOptions.usage());
        case SHOW_VERSION -> System.out.println(banner());
        case RUN -> run(options);
      }
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.print(ExporterOptions.usage());
      System.exit(WRONG_USAGE);
    } catch (ConfigException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(CANNOT_START);
    }
  }

  private static void run(ExporterOptions options) throws ConfigException, IOException {
    if (!options.ignored().isEmpty()) {
      System.err.println(
          "ignored, as everything from the first argument that is no flag: " + options.ignored());
    }
    Exporter exporter = Exporter.start(options, version());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(exporter)));
    if (exporter.tracksNothing()) {
      System.err.println("nothing is tracked: give -config.path a file with a list process_names");
    }
    exporter
        .whyNoCpuClock()
        .ifPresent(reason -> System.err.println("no nanosecond CPU counters: " + reason));
    System.out.println("listening on " + exporter.url());
  }

  /** A signal is the normal end: the status is 0, not the 143 that Java would give. */
  private static void stop(Exporter exporter) {
    exporter.close();
    Runtime.getRuntime().halt(0);
  }

  private static String banner() {
    return "ratelab-exporter, version %s (java %s)".formatted(version(), Runtime.version());
  }

  private static String version() {
    return Optional.ofNullable(ExporterMain.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
