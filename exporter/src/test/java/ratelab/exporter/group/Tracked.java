package ratelab.exporter.group;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.ProcfsTree;
import ratelab.exporter.proc.UserNames;
import ratelab.exporter.rules.GroupKey;
import ratelab.exporter.rules.GroupRules;
import ratelab.exporter.rules.RulesFile;
import ratelab.exporter.yaml.ConfigException;

/** A tracker over a made-up procfs, with rules, options and a clock that a test changes. */
final class Tracked {
  final ProcfsTree tree;
  Instant now = Instant.ofEpochSecond(ProcfsTree.BOOT_EPOCH_SECONDS + 10);
  private final Path directory;
  private final AtomicReference<GroupRules> rules = new AtomicReference<>(GroupRules.none());
  private TrackingOptions options = TrackingOptions.defaults();
  private boolean readsProportional;

  Tracked(Path directory) throws IOException {
    this.directory = directory;
    this.tree = new ProcfsTree(Files.createDirectory(directory.resolve("proc")));
  }

  /** Rules as YAML items, such as {@code {comm: [app]}}. */
  Tracked rules(String items) throws ConfigException, IOException {
    Path file = Files.writeString(directory.resolve("c.yaml"), "process_names: [" + items + "]");
    rules.set(RulesFile.read(file, options.children()));
    return this;
  }

  Tracked options(TrackingOptions others) {
    options = others;
    return this;
  }

  Tracked withProportional() {
    readsProportional = true;
    return this;
  }

  GroupTracker start() throws IOException {
    InstantSource clock = () -> now;
    Procfs procfs = options.threads() ? tree.open() : tree.openWithoutThreads();
    return GroupTracker.start(
        procfs,
        rules::get,
        options,
        new UserNames(directory.resolve("passwd")),
        readsProportional
            ? Optional.of(new ProportionalSampler(procfs.proportional(), clock))
            : Optional.empty(),
        clock);
  }

  /** The state of the group with this name after one more scan. */
  static GroupState scan(GroupTracker tracker, String group) {
    return find(tracker.scan(), group);
  }

  static GroupState find(GroupScan scan, String group) {
    return scan.groups().stream()
        .filter(state -> state.key().equals(GroupKey.of(group)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no group " + group + " in " + scan.groups()));
  }
}
