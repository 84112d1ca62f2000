package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.group.CpuTotals;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.group.GroupTracker;
import ratelab.exporter.group.ProportionalSampler;
import ratelab.exporter.group.TrackingOptions;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.UserNames;
import ratelab.exporter.rules.GroupRules;
import ratelab.exporter.rules.RulesFile;

/** The whole way from a real kernel to the totals, native reader and CPU clock included. */
@Timeout(60)
class LiveProcessesTest {
  private static final long TICK_NANOS = 10_000_000;
  private static final String BURN = "for ((i = 0; i < 300000; i++)); do :; done; ";

  @TempDir Path directory;
  private final String marker = "live-" + UUID.randomUUID();

  @Test
  void the_clock_and_the_ticks_of_a_process_born_later_agree() throws Exception {
    Procfs procfs = Procfs.open(Path.of("/proc"), true);
    assumeTrue(procfs.whyNoCpuClock().isEmpty(), "no CPU clock for other processes here");
    GroupTracker tracker = start(procfs, "cmdline: ['" + marker + "']");
    try (LiveProcess burner = LiveProcess.bash(marker, BURN + "echo burnt; read x")) {
      assertThat(burner.line()).isEqualTo("burnt");
      CpuTotals cpu = await("the burner", tracker, "live", 1).cpu();
      long ticks = cpu.userTicks() + cpu.systemTicks();
      assertThat(ticks).isGreaterThan(10);
      // User and system are each cut to whole ticks, and it may still be on its way to sleep.
      assertThat(cpu.nanos().orElseThrow() - ticks * TICK_NANOS)
          .isBetween(-TICK_NANOS, 4 * TICK_NANOS);
    }
  }

  @Test
  void the_clock_of_this_process_is_what_java_says() throws Exception {
    Procfs procfs = Procfs.open(Path.of("/proc"), true);
    assumeTrue(procfs.whyNoCpuClock().isEmpty(), "no CPU clock for other processes here");
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = system.getProcessCpuTime();
    long clock = reading(procfs, (int) ProcessHandle.current().pid()).cpuNanos().orElseThrow();
    assertThat(clock).isBetween(before - TICK_NANOS, system.getProcessCpuTime() + 2 * TICK_NANOS);
  }

  @Test
  void a_target_by_pid_keeps_its_children_apart() throws Exception {
    Procfs procfs = Procfs.open(Path.of("/proc"), true);
    try (LiveProcess target =
        LiveProcess.bash(marker, "echo ready; while read x; do sleep 60 & done")) {
      assertThat(target.line()).isEqualTo("ready");
      long start = reading(procfs, target.pid()).stat().id().startTicks();
      GroupTracker tracker =
          start(procfs, "pids: ['%d@%d'], children: kids".formatted(target.pid(), start));
      await("the target", tracker, "live", 1);
      target.tell("fork");
      target.tell("fork");
      await("both children", tracker, "kids", 2);
      assertThat(group(tracker, "live").orElseThrow().processes()).isEqualTo(1);
    }
  }

  @Test
  void a_process_stays_itself_when_it_becomes_another_program() throws Exception {
    Procfs procfs = Procfs.open(Path.of("/proc"), true);
    try (LiveProcess target =
        LiveProcess.bash(marker, "echo ready; read x; exec -a 'odd ) R (name' sleep 60")) {
      assertThat(target.line()).isEqualTo("ready");
      GroupTracker tracker = start(procfs, "pids: ['%d']".formatted(target.pid()));
      target.tell("exec");
      Await.until("exec", () -> Optional.of(comm(procfs, target.pid())).filter("sleep"::equals));
      assertThat(group(tracker, "live").orElseThrow().processes()).isEqualTo(1);
    }
  }

  @Test
  void a_zombie_is_counted_with_what_it_used_until_it_is_reaped() throws Exception {
    Procfs procfs = Procfs.open(Path.of("/proc"), true);
    String script = "(" + BURN + ") & echo $!; kill -STOP $$; echo reaped; read x";
    try (LiveProcess parent = LiveProcess.bash(marker, script)) {
      int child = Integer.parseInt(parent.line());
      GroupTracker tracker = start(procfs, "pids: ['%d'], children: kids".formatted(parent.pid()));
      Await.until("the end of the child", () -> Optional.of(isZombie(child)).filter(z -> z));
      GroupState kids = group(tracker, "kids").orElseThrow();
      assertThat(kids.processes()).isEqualTo(1);
      assertThat(kids.memory().resident()).isZero();
      assertThat(group(tracker, "kids").orElseThrow().cpu()).isEqualTo(kids.cpu());
      parent.resume();
      assertThat(await("the reaping", tracker, "kids", 0).cpu()).isEqualTo(kids.cpu());
    }
  }

  private GroupTracker start(Procfs procfs, String selectors) throws Exception {
    String yaml = "process_names: [{name: live, " + selectors + "}]";
    Path config = Files.writeString(directory.resolve("live.yaml"), yaml);
    GroupRules rules = RulesFile.read(config, true);
    return GroupTracker.start(
        procfs,
        () -> rules,
        TrackingOptions.defaults(),
        new UserNames(Path.of("/etc/passwd")),
        Optional.of(new ProportionalSampler(procfs.proportional(), InstantSource.system())),
        InstantSource.system());
  }

  private static GroupState await(String what, GroupTracker tracker, String name, int processes) {
    return Await.until(
        what, () -> group(tracker, name).filter(group -> group.processes() == processes));
  }

  private static Optional<GroupState> group(GroupTracker tracker, String name) {
    return tracker.scan().groups().stream().filter(g -> g.key().name().equals(name)).findFirst();
  }

  private static String comm(Procfs procfs, int pid) {
    return procfs.stat(pid) instanceof Found<Stat>(Stat stat) ? stat.comm() : "gone";
  }

  private static Reading reading(Procfs procfs, int pid) {
    if (procfs.stat(pid) instanceof Found<Stat>(Stat stat)
        && procfs.keep(stat.id()).measure() instanceof Found<Reading>(Reading reading)) {
      return reading;
    }
    throw new AssertionError("process " + pid + " is gone");
  }

  private static boolean isZombie(int pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/status")).contains("State:\tZ");
    } catch (IOException e) {
      throw new AssertionError("the child was reaped too early", e);
    }
  }
}
