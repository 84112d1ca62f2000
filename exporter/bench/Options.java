import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param reference process-exporter, if there is one
 * @param gapMillis from one scrape of an exporter to its next
 */
record Options(
    String command,
    Contender ours,
    Optional<Contender> reference,
    int processes,
    int rounds,
    int warmup,
    int gapMillis,
    int starts,
    int scrapes,
    double minutes,
    int shortLived) {

  static final String USAGE =
      """
      Usage: cost COMMAND [options]

      What a scrape costs, beside process-exporter 0.7.10 on the same host, interleaved; as root.

        idle      CPU and latency per scrape: 1000 idle processes, no smaps, no threads
        busy      the same with 200 of them busy, 50 of these with 7 threads (500 threads in all)
        defaults  the same as idle with all defaults: smaps and threads
        groups    the same as idle with a group for each process
        start     from exec to the end of the first scrape
        memory    resident memory after 500 scrapes, all defaults
        soak      20,000 short-lived processes: descriptors, threads and heap before and after
        all       all of them but soak

      Each but soak (10 minutes) takes less than 4 minutes.

        --ours COMMAND       default: the distribution that `mvn -Pdist package` made
        --reference COMMAND  default: prometheus-process-exporter or process-exporter on the PATH;
                             `none` measures ours alone
        --processes N        idle processes, default 1000
        --rounds N           scrapes that count, default 45
        --warmup N           scrapes before them, back to back, default 60
        --gap-ms N           between two scrapes of one exporter, default 2000
        --starts N           starts of each, default 9
        --scrapes N          before memory is looked at, default 500
        --minutes M          length of the soak, default 10
        --short-lived N      processes of the soak, default 20000

      Exit codes: 0 every goal met, 1 one missed, 2 it could not be measured.
      """;

  /**
   * Parses the command line.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Options parse(String[] words) throws IOException {
    Words options = new Words(words);
    String command = options.command();
    String ours = options.text("ours", "");
    String reference = options.text("reference", "");
    Options parsed =
        new Options(
            command,
            new Contender("ours", ours.isEmpty() ? List.of(distribution()) : split(ours)),
            reference(reference),
            options.number("processes", 1000),
            options.number("rounds", 45),
            options.number("warmup", 60),
            options.number("gap-ms", 2000),
            options.number("starts", 9),
            options.number("scrapes", 500),
            options.decimal("minutes", 10),
            options.number("short-lived", 20_000));
    options.refuseRest();
    return parsed;
  }

  private static Optional<Contender> reference(String command) {
    if (command.equals("none")) return Optional.empty();
    if (!command.isEmpty()) return Optional.of(new Contender("reference", split(command)));
    return Stream.of("prometheus-process-exporter", "process-exporter")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(path -> new Contender("reference", List.of(path.toString())));
  }

  private static List<String> split(String command) {
    return List.of(command.strip().split("\\s+"));
  }

  /** The launcher of the newest distribution in the module's target folder. */
  private static String distribution() throws IOException {
    Path target = Path.of(System.getProperty("jdk.launcher.sourcefile", "bench/Cost.java"));
    Path module = target.toAbsolutePath().getParent().getParent();
    if (Files.isDirectory(module.resolve("target"))) {
      try (DirectoryStream<Path> folders =
          Files.newDirectoryStream(module.resolve("target"), "ratelab-exporter-*-linux-*")) {
        for (Path folder : folders) {
          Path launcher = folder.resolve("bin/ratelab-exporter");
          if (Files.isExecutable(launcher)) return launcher.toString();
        }
      }
    }
    throw new IllegalArgumentException(
        "no distribution in "
            + module.resolve("target")
            + "; make it with `mvn -Pdist -pl exporter package -DskipTests`, or give --ours"
            + " COMMAND");
  }
}
