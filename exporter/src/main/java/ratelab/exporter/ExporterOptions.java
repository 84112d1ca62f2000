package ratelab.exporter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.http.ListenAddress;

/**
 * What the command line asks for.
 *
 * @param ignored arguments after the flags, which process-exporter ignores without a word
 */
record ExporterOptions(
    Action action,
    ListenAddress listenAddress,
    String telemetryPath,
    Path procfs,
    Optional<Path> config,
    boolean children,
    List<String> ignored) {

  enum Action {
    RUN,
    SHOW_HELP,
    SHOW_VERSION
  }

  private static final GoFlags FLAGS =
      new GoFlags()
          .text(
              "config.path", "", "YAML file that names the groups; without one nothing is tracked")
          .text("web.listen-address", ":9256", "HOST:PORT to listen on; port 0 is a free one")
          .text("web.telemetry-path", "/metrics", "path of the metrics")
          .text("procfs", "/proc", "where the procfs to read is mounted")
          .bool("children", true, "processes that match nothing join the group of their parent")
          .bool("version", false, "print the version and exit")
          .bool("h", false, "print this and exit")
          .bool("help", false, "the same");

  /**
   * Parses the command line.
   *
   * @throws UsageException with a message for the user
   */
  static ExporterOptions parse(List<String> arguments) throws UsageException {
    GoFlags.Parsed flags = FLAGS.parse(arguments);
    return new ExporterOptions(
        action(flags),
        listenAddress(flags.text("web.listen-address")),
        telemetryPath(flags.text("web.telemetry-path")),
        Path.of(flags.text("procfs")),
        Optional.of(flags.text("config.path")).filter(path -> !path.isEmpty()).map(Path::of),
        flags.bool("children"),
        flags.rest());
  }

  static String usage() {
    return "Usage: java -jar ratelab-exporter.jar [flags]%n%s".formatted(FLAGS.usage());
  }

  private static Action action(GoFlags.Parsed flags) {
    if (flags.bool("h") || flags.bool("help")) return Action.SHOW_HELP;
    return flags.bool("version") ? Action.SHOW_VERSION : Action.RUN;
  }

  private static ListenAddress listenAddress(String text) throws UsageException {
    try {
      return ListenAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("-web.listen-address: " + e.getMessage());
    }
  }

  private static String telemetryPath(String path) throws UsageException {
    if (path.startsWith("/") && !path.equals("/")) return path;
    throw new UsageException(
        "-web.telemetry-path: \"" + path + "\" is no path; expected one such as /metrics");
  }
}
