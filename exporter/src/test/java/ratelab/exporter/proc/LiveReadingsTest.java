package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.exporter.Await;
import ratelab.exporter.LiveProcess;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Outcome.Gone;

/** What real kernels show of real processes through files that are kept open. */
@Timeout(60)
class LiveReadingsTest {
  private static final String BURN = "for ((i = 0; i < 200000; i++)); do :; done; ";

  private Procfs procfs;

  @BeforeEach
  void openProc() throws IOException {
    procfs = Procfs.open(Path.of("/proc"), true);
    assumeTrue(procfs.whyNoCpuClock().isEmpty(), "no CPU clock for other processes here");
  }

  @AfterEach
  void closeProc() throws IOException {
    procfs.close();
  }

  @Test
  void a_process_that_sleeps_costs_one_read_and_gives_the_same_reading() throws IOException {
    try (LiveProcess sleeper = bash("echo ready; read x");
        KeptProcess kept = keep(sleeper)) {
      Outcome<Reading> asleep = settled(kept);
      long before = procfs.filesRead();
      assertThat(kept.measure()).isSameAs(asleep);
      assertThat(procfs.filesRead() - before).isEqualTo(1);
    }
  }

  @Test
  void a_process_that_ran_is_read_anew() throws IOException {
    try (LiveProcess burner = bash("echo ready; while read x; do " + BURN + "echo burnt; done");
        KeptProcess kept = keep(burner)) {
      for (int i = 0; i < 3; i++) {
        Reading before = reading(settled(kept));
        burner.tell("burn");
        assertThat(burner.line()).isEqualTo("burnt");
        Reading after = reading(settled(kept));
        assertThat(after.cpuNanos().orElseThrow())
            .isGreaterThan(before.cpuNanos().orElseThrow() + 10_000_000);
        assertThat(after.stat().userTicks()).isGreaterThan(before.stat().userTicks());
      }
      assertThat(openFiles(burner.pid()))
          .containsExactlyInAnyOrder("io", "stat", "statm", "status", "wchan");
    }
  }

  @Test
  void a_process_that_was_stopped_shows_it() throws IOException {
    try (LiveProcess process = bash("echo ready; read x; kill -STOP $$; read x");
        KeptProcess kept = keep(process)) {
      assertThat(reading(settled(kept)).stat().state()).isEqualTo('S');
      process.tell("stop");
      awaitState(kept, 'T');
      settled(kept);
      process.resume();
      awaitState(kept, 'S');
    }
  }

  @Test
  void a_process_stays_itself_when_it_becomes_another_program() throws IOException {
    try (LiveProcess process = bash("echo ready; read x; read x; exec sleep 60");
        KeptProcess kept = keep(process)) {
      settled(kept);
      process.tell("so that its files are kept open");
      settled(kept);
      process.tell("exec");
      Reading sleep =
          Await.until(
              "exec",
              () ->
                  Optional.of(reading(kept.measure()))
                      .filter(r -> r.stat().comm().equals("sleep")));
      assertThat(sleep.stat().id()).isEqualTo(kept.id());
      settled(kept);
    }
  }

  @Test
  void a_zombie_has_what_it_used_and_no_memory_and_is_gone_when_reaped() throws IOException {
    String script = "(" + BURN + ") & echo $!; kill -STOP $$; echo reaped; read x";
    try (LiveProcess parent = LiveProcess.bash("live", script)) {
      int child = Integer.parseInt(parent.line());
      try (KeptProcess kept = procfs.keep(id(child))) {
        awaitState(kept, 'Z');
        Reading zombie = reading(settled(kept));
        assertThat(zombie.stat().residentPages()).isZero();
        assertThat(zombie.openDescriptors()).isEqualTo(new Found<>(0L));
        assertThat(zombie.cpuNanos().orElseThrow()).isGreaterThan(10_000_000);
        parent.resume();
        awaitGone(kept);
        assertThat(openFiles(child)).isEmpty();
      }
    }
  }

  @Test
  void a_process_that_ended_is_gone_and_leaves_nothing_open() throws IOException {
    LiveProcess process = bash("echo ready; read x");
    try (KeptProcess kept = keep(process)) {
      settled(kept);
      assertThat(openFiles(process.pid())).contains("statm");
      process.close();
      awaitGone(kept);
      assertThat(openFiles(process.pid())).isEmpty();
    }
  }

  @Test
  void descriptors_and_their_limit_are_the_processs_own() throws IOException {
    String script = "ulimit -n 77; echo ready; read x; exec 9</dev/null; echo opened; read x";
    try (LiveProcess process = bash(script);
        KeptProcess kept = keep(process)) {
      Reading before = reading(settled(kept));
      assertThat(before.descriptorLimit()).isEqualTo(new Found<>(77L));
      process.tell("open");
      assertThat(process.line()).isEqualTo("opened");
      Reading after = reading(settled(kept));
      assertThat(count(after.openDescriptors())).isEqualTo(count(before.openDescriptors()) + 1);
    }
  }

  @Test
  void a_kernel_thread_is_a_process_without_memory() {
    assumeTrue(
        procfs.stat(2) instanceof Found<Stat>(Stat stat) && stat.comm().equals("kthreadd"),
        "no kernel threads in this pid namespace");
    try (KeptProcess kept = procfs.keep(id(2))) {
      Reading reading = reading(kept.measure());
      assertThat(reading.stat().virtualBytes()).isZero();
      assertThat(reading.cpuNanos()).isPresent();
      assertThat(reading.status()).isInstanceOf(Found.class);
    }
  }

  private static LiveProcess bash(String script) throws IOException {
    LiveProcess process = LiveProcess.bash("live", script);
    assertThat(process.line()).isEqualTo("ready");
    return process;
  }

  private KeptProcess keep(LiveProcess process) {
    return procfs.keep(id(process.pid()));
  }

  private ProcessId id(int pid) {
    return ((Found<Stat>) procfs.stat(pid)).value().id();
  }

  /** The reading once two in a row are the same: it sleeps. */
  private static Outcome<Reading> settled(KeptProcess kept) {
    return Await.until(
        "sleep",
        () -> {
          Outcome<Reading> reading = kept.measure();
          return Optional.of(reading).filter(before -> isSame(before, kept.measure()));
        });
  }

  @SuppressWarnings("ReferenceEquality") // The very same instance is what is promised.
  private static boolean isSame(Outcome<Reading> one, Outcome<Reading> other) {
    return one == other;
  }

  private static void awaitState(KeptProcess kept, char state) {
    Await.until(
        "state " + state,
        () -> Optional.of(reading(kept.measure())).filter(r -> r.stat().state() == state));
  }

  private static void awaitGone(KeptProcess kept) {
    Await.until("the end", () -> Optional.of(kept.measure()).filter(Gone.class::isInstance));
  }

  private static Reading reading(Outcome<Reading> outcome) {
    return ((Found<Reading>) outcome).value();
  }

  private static long count(Outcome<Long> outcome) {
    return ((Found<Long>) outcome).value();
  }

  /** The files of a process that this one has open. */
  private static List<String> openFiles(int pid) throws IOException {
    Path directory = Path.of("/proc", Integer.toString(pid));
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> descriptors =
        Files.newDirectoryStream(Path.of("/proc/self/fd"), Files::isSymbolicLink)) {
      for (Path descriptor : descriptors) {
        Path file = Files.readSymbolicLink(descriptor);
        if (file.startsWith(directory)) names.add(directory.relativize(file).toString());
      }
    }
    return names;
  }
}
