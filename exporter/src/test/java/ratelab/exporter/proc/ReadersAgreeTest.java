package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.Await;
import ratelab.exporter.LiveProcess;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.files.DescriptorBudget;
import ratelab.exporter.proc.files.NativeProcFiles;
import ratelab.exporter.proc.files.NioProcFiles;
import ratelab.exporter.proc.files.NumberedEntries;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;
import ratelab.exporter.proc.libc.Errno;
import ratelab.exporter.proc.libc.Libc;

/** The native reader and its fallback must be the same to everyone else. */
@Timeout(60)
class ReadersAgreeTest {
  private static final Path PROC = Path.of("/proc");
  private static final CpuClock NO_CLOCK = new CpuClock.Missing("not compared");

  @TempDir Path directory;

  static List<Path> trees() {
    return List.of(Fixtures.CAPTURED, Fixtures.BROKEN, Fixtures.THREADED, Fixtures.UPSTREAM);
  }

  @ParameterizedTest
  @MethodSource("trees")
  void on_captured_trees(Path root) throws IOException {
    try (Procfs natively = Procfs.open(root, true);
        Procfs plainly = Procfs.open(root, true, NO_CLOCK, KernelUnits.ofThisSystem())) {
      List<Object> everything = everything(natively);
      assertThat(everything).hasSizeGreaterThan(3).isEqualTo(everything(plainly));
    }
  }

  /** All that can be asked of all processes of a tree. */
  private static List<Object> everything(Procfs procfs) throws IOException {
    List<Object> all = new ArrayList<>();
    Listing listing = procfs.list();
    for (int i = 0; i < listing.size(); i++) {
      int pid = listing.pid(i);
      all.add(pid);
      all.add(procfs.commandLine(pid));
      all.add(procfs.cgroups(pid));
      all.add(procfs.status(pid));
      Outcome<Stat> stat = procfs.stat(pid);
      all.add(stat);
      if (stat instanceof Found<Stat>(Stat found)) all.addAll(measured(procfs, found.id()));
    }
    return all;
  }

  private static List<Object> measured(Procfs procfs, ProcessId id) throws IOException {
    try (KeptProcess kept = procfs.keep(id);
        ProportionalReader proportional = procfs.proportional()) {
      return List.of(kept.measure(), kept.measure(), kept.measure(), proportional.read(id));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void on_a_live_process(boolean readThreads) throws IOException {
    try (Procfs natively = Procfs.open(PROC, readThreads);
        Procfs plainly =
            Procfs.open(
                PROC, readThreads, new NativeCpuClock(new Libc()), KernelUnits.ofThisSystem());
        LiveProcess sleeper = LiveProcess.of("bash", "-c", "ulimit -n 99; exec sleep 60")) {
      assumeTrue(natively.whyNoCpuClock().isEmpty(), "no CPU clock for other processes here");
      ProcessId id = asleep(natively, sleeper.pid());
      Outcome<Reading> reading = natively.keep(id).measure();
      assertThat(reading).isEqualTo(plainly.keep(id).measure());
      assertThat(((Found<Reading>) reading).value().descriptorLimit()).isEqualTo(new Found<>(99L));
      assertThat(natively.commandLine(id.pid())).isEqualTo(plainly.commandLine(id.pid()));
      assertThat(natively.cgroups(id.pid())).isEqualTo(plainly.cgroups(id.pid()));
    }
  }

  private static ProcessId asleep(Procfs procfs, int pid) {
    return Await.until(
            "sleep",
            () ->
                Optional.of(((Found<Stat>) procfs.stat(pid)).value())
                    .filter(stat -> stat.comm().equals("sleep") && stat.state() == 'S'))
        .id();
  }

  @Test
  void on_all_processes_that_there_are() throws IOException {
    int[] natively = pids(nativeFiles(PROC));
    int[] plainly = pids(plainFiles(PROC));
    // Others come and go meanwhile.
    assertThat(natively).isSorted().contains((int) ProcessHandle.current().pid(), 1);
    assertThat(plainly).isSorted().contains((int) ProcessHandle.current().pid(), 1);
  }

  private static int[] pids(ProcFiles files) {
    NumberedEntries entries = new NumberedEntries();
    assertThat(files.listProcesses(entries)).isPositive();
    return entries.numbers();
  }

  @Test
  void on_a_file_far_larger_than_the_first_buffer() throws IOException {
    String large = "0123456789".repeat(20_000);
    Files.writeString(directory.resolve("large"), large);
    for (ProcFiles files : both()) {
      assertThat(files.read("large")).isEqualTo(large.length());
      assertThat(files.bytes().text(0, large.length())).isEqualTo(large);
    }
  }

  @Test
  void that_no_file_is_read_further_than_1_mib() throws IOException {
    Files.write(directory.resolve("huge"), new byte[3 * ProcFiles.MAX_BYTES]);
    for (ProcFiles files : both()) assertThat(files.read("huge")).isEqualTo(ProcFiles.MAX_BYTES);
  }

  @Test
  void that_a_directory_is_no_file() throws IOException {
    Files.createDirectory(directory.resolve("stat"));
    for (ProcFiles files : both()) {
      assertThat(Errno.describe(-files.read("stat"))).isEqualTo("is a directory");
    }
  }

  @Test
  void on_what_is_not_there() throws IOException {
    TaskDirectory nobody = new TaskDirectory(1, 2);
    for (ProcFiles files : both()) {
      assertThat(Errno.isGone(-files.read(nobody, "stat"))).isTrue();
      assertThat(Errno.isGone(-files.list(nobody, "task", new NumberedEntries()))).isTrue();
      assertThat(Errno.isGone(-files.countDescriptors(nobody))).isTrue();
    }
  }

  private List<ProcFiles> both() throws IOException {
    return List.of(nativeFiles(directory), plainFiles(directory));
  }

  private static ProcFiles nativeFiles(Path root) throws IOException {
    return new NativeProcFiles(new Libc(), root, DescriptorBudget.none(), new AtomicLong());
  }

  private static ProcFiles plainFiles(Path root) {
    return new NioProcFiles(root, new AtomicLong());
  }
}
