package ratelab.exporter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.yaml.ConfigException;

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
        case SHOW_HELP -> System.out.print(ExporterFlags.usage());
        case SHOW_MANUAL -> System.out.print(Manual.text());
        case SHOW_VERSION -> System.out.print(VersionBanner.text(version()));
        case RUN -> run(options);
      }
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.err.print(ExporterFlags.usage());
      System.exit(WRONG_USAGE);
    } catch (ConfigException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(CANNOT_START);
    }
  }

  private static void run(ExporterOptions options) throws ConfigException, IOException {
    if (options.debug()) DebugLog.start(options);
    if (!options.ignored().isEmpty()) {
      System.err.println(
          "ignored, as everything from the first argument that is no flag: "
              + String.join(" ", options.ignored())
              + "; a flag is switched off by -flag=false, without a space");
    }
    if (options.onceAfter().isPresent()) {
      OnceToStdout.write(options, version(), options.onceAfter().get(), System.out);
      return;
    }
    Exporter exporter = Exporter.start(options, version());
    HangupSignal.handle(exporter::reload);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(exporter)));
    if (exporter.tracksNothing()) {
      System.err.println(
          "nothing is tracked: give -config.path a file with a list process_names, or -procnames");
    }
    exporter.webWarnings().forEach(System.err::println);
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

  private static String version() {
    return Optional.ofNullable(ExporterMain.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
