package ratelab.exporter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import ratelab.exporter.group.GroupTracker;
import ratelab.exporter.group.ProportionalSampler;
import ratelab.exporter.group.SharedScan;
import ratelab.exporter.group.TrackingOptions;
import ratelab.exporter.page.History;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.UserNames;
import ratelab.exporter.rules.CurrentRules;
import ratelab.exporter.yaml.ConfigException;

/**
 * What follows the processes: everything from the procfs to the scans that are shown.
 *
 * @param history of the page; empty if there is none
 */
record Tracking(
    Procfs procfs,
    CurrentRules rules,
    GroupTracker tracker,
    Optional<History> history,
    SharedScan scan)
    implements AutoCloseable {
  /**
   * Reads the configuration and makes the first scan.
   *
   * @throws ConfigException if the configuration is wrong
   * @throws IOException if the procfs cannot be read
   */
  static Tracking start(ExporterOptions options, InstantSource clock)
      throws ConfigException, IOException {
    TrackingOptions how = options.tracking();
    CurrentRules rules = new CurrentRules(options.rules(), how.children(), clock);
    Procfs procfs = readable(options.procfs(), () -> Procfs.open(options.procfs(), how.threads()));
    GroupTracker tracker = readable(options.procfs(), () -> tracker(how, procfs, rules, clock));
    Optional<History> history =
        options.web().page() ? Optional.of(new History()) : Optional.empty();
    SharedScan scan =
        new SharedScan(
            history.isPresent() ? () -> history.get().record(tracker.scan()) : tracker::scan);
    return new Tracking(procfs, rules, tracker, history, scan);
  }

  private static GroupTracker tracker(
      TrackingOptions how, Procfs procfs, CurrentRules rules, InstantSource clock)
      throws IOException {
    Optional<ProportionalSampler> sampler =
        how.smaps()
            ? Optional.of(new ProportionalSampler(procfs.proportional(), clock))
            : Optional.empty();
    return GroupTracker.start(procfs, rules, how, UserNames.ofThisSystem(), sampler, clock);
  }

  /** Something that is made by reading a procfs. */
  private interface FromProcfs<T> {
    T read() throws IOException;
  }

  private static <T> T readable(Path root, FromProcfs<T> made) throws IOException {
    try {
      return made.read();
    } catch (IOException e) {
      throw new IOException(
          "%s is no procfs: %s; give -procfs the place where one is mounted"
              .formatted(root, e.getMessage()),
          e);
    }
  }

  /** The thread that scans ends its pass; what is open ends with the process. */
  @Override
  public void close() {
    scan.close();
    tracker.close();
  }
}
