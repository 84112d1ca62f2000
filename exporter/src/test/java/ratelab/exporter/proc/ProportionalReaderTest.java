package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.Await;
import ratelab.exporter.LiveProcess;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Outcome.Gone;

@Timeout(60)
class ProportionalReaderTest {
  private static final Path PROC = Path.of("/proc");

  @TempDir Path directory;

  @Test
  void reads_the_rollup() throws IOException {
    tree().put(new FakeProcess(10, 500, "app").proportional(7));
    assertThat(read(open(), new ProcessId(10, 500)))
        .isEqualTo(new Found<>(new ProportionalBytes(7 * 1024, 1024)));
  }

  @Test
  void adds_up_the_mappings_where_the_kernel_has_no_rollup() throws IOException {
    tree().put(new FakeProcess(10, 500, "app"));
    Files.delete(proc().resolve("10/smaps_rollup"));
    Files.writeString(
        proc().resolve("10/smaps"),
        "0-1 r--p \\u00e9\nPss:  2 kB\nSwapPss:  1 kB\n1-2 rw-p\nPss:  3 kB\nSwapPss:  0 kB\n");
    assertThat(read(open(), new ProcessId(10, 500)))
        .isEqualTo(new Found<>(new ProportionalBytes(5 * 1024, 1024)));
  }

  @Test
  void one_whose_pid_is_now_anothers_is_gone() throws IOException {
    tree().put(new FakeProcess(10, 900, "app"));
    assertThat(read(open(), new ProcessId(10, 500))).isEqualTo(new Gone<>());
    assertThat(read(open(), new ProcessId(11, 500))).isEqualTo(new Gone<>());
  }

  @Test
  void one_with_memory_must_have_a_share_of_it() throws IOException {
    tree().put(new FakeProcess(10, 500, "app"));
    Files.delete(proc().resolve("10/smaps_rollup"));
    assertThat(read(open(), new ProcessId(10, 500)))
        .isEqualTo(new Failed<>("10/smaps_rollup is not there to be read"));
  }

  @Test
  void of_a_live_process_it_is_no_more_than_what_is_resident() throws IOException {
    try (Procfs procfs = Procfs.open(PROC, false);
        LiveProcess sleeper = LiveProcess.bash("proportional", "echo ready; read x")) {
      sleeper.line();
      Stat stat = stat(procfs, sleeper.pid());
      ProportionalBytes bytes = found(read(procfs, stat.id()));
      assertThat(bytes.resident()).isPositive();
      // stat counts pages a little behind what the walk over them finds.
      long residentBytes = stat.residentPages() * procfs.units().pageBytes();
      assertThat(bytes.resident()).isLessThan(residentBytes + 1024 * 1024);
    }
  }

  @Test
  void a_zombie_has_none() throws IOException {
    String burn = "for ((i = 0; i < 100000; i++)); do :; done";
    String script = "(" + burn + ") & echo $!; kill -STOP $$; echo reaped; read x";
    try (Procfs procfs = Procfs.open(PROC, false);
        LiveProcess parent = LiveProcess.bash("proportional", script)) {
      int child = Integer.parseInt(parent.line());
      Stat zombie =
          Await.until(
              "the end of the child",
              () -> Optional.of(stat(procfs, child)).filter(stat -> stat.state() == 'Z'));
      assertThat(read(procfs, zombie.id())).isEqualTo(new Found<>(new ProportionalBytes(0, 0)));
      parent.resume();
      assertThat(parent.line()).isEqualTo("reaped");
      Await.until(
          "the reaping",
          () -> Optional.of(read(procfs, zombie.id())).filter(Gone.class::isInstance));
    }
  }

  private ProcfsTree tree() throws IOException {
    return new ProcfsTree(Files.createDirectories(proc()));
  }

  private Path proc() {
    return directory.resolve("proc");
  }

  private Procfs open() throws IOException {
    return Procfs.open(proc(), false, pid -> OptionalLong.empty(), KernelUnits.USUAL);
  }

  private static Outcome<ProportionalBytes> read(Procfs procfs, ProcessId id) {
    try (ProportionalReader reader = procfs.proportional()) {
      return reader.read(id);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stat stat(Procfs procfs, int pid) {
    return found(procfs.stat(pid));
  }

  private static <T> T found(Outcome<T> outcome) {
    return ((Found<T>) outcome).value();
  }
}
