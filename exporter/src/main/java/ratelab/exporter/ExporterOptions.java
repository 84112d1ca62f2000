package ratelab.exporter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.group.Recheck;
import ratelab.exporter.group.TrackingOptions;
import ratelab.exporter.http.ListenAddress;
import ratelab.exporter.page.LivePage;
import ratelab.exporter.rules.NameMapping;
import ratelab.exporter.rules.RuleSource;
import ratelab.exporter.yaml.ConfigException;

/**
 * What the command line asks for.
 *
 * @param rules where the groups are defined
 * @param onceAfter instead of serving: scrape, wait this long, scrape again, print and end
 * @param flags those given, as they were written
 * @param ignored arguments after the flags, which process-exporter ignores without a word
 */
record ExporterOptions(
    Action action,
    RuleSource rules,
    TrackingOptions tracking,
    WebOptions web,
    Path procfs,
    Optional<Duration> onceAfter,
    boolean debug,
    List<String> flags,
    List<String> ignored) {

  enum Action {
    RUN,
    SHOW_HELP,
    SHOW_MANUAL,
    SHOW_VERSION
  }

  /**
   * Parses the command line.
   *
   * @throws UsageException if it is no command line of ours
   * @throws ConfigException if it is, but a value cannot be used
   */
  static ExporterOptions parse(List<String> arguments) throws UsageException, ConfigException {
    GoFlags.Parsed flags = ExporterFlags.FLAGS.parse(arguments);
    Action action = action(flags);
    return new ExporterOptions(
        action,
        action == Action.RUN ? rules(flags) : new RuleSource.Nothing(),
        tracking(flags),
        web(flags),
        Path.of(flags.text("procfs")),
        flags.duration("once-to-stdout-delay"),
        flags.bool("debug"),
        arguments.subList(0, arguments.size() - flags.rest().size()),
        flags.rest());
  }

  private static Action action(GoFlags.Parsed flags) {
    if (flags.helpAsked()) return Action.SHOW_HELP;
    if (flags.bool("man")) return Action.SHOW_MANUAL;
    return flags.bool("version") ? Action.SHOW_VERSION : Action.RUN;
  }

  private static RuleSource rules(GoFlags.Parsed flags) throws ConfigException {
    Optional<String> file = flags.given("config.path");
    Optional<String> names = flags.given("procnames");
    Optional<String> mapping = flags.given("namemapping");
    if (names.isEmpty() && mapping.isEmpty()) {
      return file.<RuleSource>map(path -> new RuleSource.ConfigFile(Path.of(path)))
          .orElseGet(RuleSource.Nothing::new);
    }
    if (file.isPresent()) {
      throw new ConfigException(
          "-config.path and %s exclude each other; name the groups in one place"
              .formatted(names.isPresent() ? "-procnames" : "-namemapping"));
    }
    return new RuleSource.Names(NameMapping.parse(names.orElse(""), mapping.orElse("")));
  }

  private static TrackingOptions tracking(GoFlags.Parsed flags) {
    return new TrackingOptions(
        flags.bool("children"),
        flags.bool("threads"),
        flags.bool("gather-smaps"),
        recheck(flags),
        flags.bool("remove-empty-groups"),
        flags.bool("unseen-groups"));
  }

  private static Recheck recheck(GoFlags.Parsed flags) {
    Optional<Duration> limit = flags.duration("recheck-with-time-limit");
    if (limit.isPresent()) return new Recheck.UntilAge(limit.get());
    return flags.bool("recheck") ? new Recheck.Always() : new Recheck.Never();
  }

  private static WebOptions web(GoFlags.Parsed flags) throws ConfigException {
    return new WebOptions(
        listenAddress(flags.text("web.listen-address")),
        telemetryPath(flags.text("web.telemetry-path"), flags.bool("web.page")),
        flags.given("web.config.file").map(Path::of),
        flags.bool("web.page"));
  }

  private static ListenAddress listenAddress(String text) throws ConfigException {
    try {
      return ListenAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("-web.listen-address: " + e.getMessage());
    }
  }

  private static String telemetryPath(String path, boolean page) throws ConfigException {
    if (page && path.equals(LivePage.DATA_PATH)) {
      throw new ConfigException(
          "-web.telemetry-path: "
              + path
              + " is taken by the page; choose another or -web.page=false");
    }
    if (path.startsWith("/") && !path.equals("/")) return path;
    throw new ConfigException(
        "-web.telemetry-path: \"" + path + "\" is no path; expected one such as /metrics");
  }
}
