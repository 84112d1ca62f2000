package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.exporter.Await;
import ratelab.exporter.LiveProcess;
import ratelab.exporter.RequiredTools;
import ratelab.exporter.proc.Outcome.Found;

/** Threads of a real process; needs Python, whose threads sleep and never wake by themselves. */
@Timeout(60)
class LiveThreadsTest {
  private static final long TICK_NANOS = 10_000_000;

  /** Two threads; the first burns 0.1 s of CPU for each line read, and "end" ends it. */
  private static final String SCRIPT =
      """
      import queue, sys, threading, time
      orders, answers = queue.SimpleQueue(), queue.SimpleQueue()
      def work():
        while orders.get() != "end":
          end = time.thread_time() + 0.1
          while time.thread_time() < end: pass
          answers.put("burnt")
      def sleep():
        queue.SimpleQueue().get()
      worker = threading.Thread(target=work, daemon=True)
      worker.start()
      threading.Thread(target=sleep, daemon=True).start()
      print("ready", flush=True)
      for line in sys.stdin:
        orders.put(line.strip())
        if line.strip() == "end":
          worker.join()
          answers.put("ended")
        print(answers.get(), flush=True)
      """;

  private Procfs procfs;
  private LiveProcess python;
  private KeptProcess kept;

  @BeforeEach
  void startPython() throws IOException {
    procfs = Procfs.open(Path.of("/proc"), true);
    assumeTrue(procfs.whyNoCpuClock().isEmpty(), "no CPU clock for other processes here");
    RequiredTools.locate("python3", "python3");
    python = LiveProcess.of("python3", "-S", "-c", SCRIPT);
    assertThat(python.line()).isEqualTo("ready");
    kept = procfs.keep(((Found<Stat>) procfs.stat(python.pid())).value().id());
  }

  @AfterEach
  void endPython() throws IOException {
    if (python != null) python.close();
    procfs.close();
  }

  @Test
  void while_all_sleep_nothing_but_memory_is_read() {
    Reading asleep = settled();
    assertThat(threads(asleep)).hasSize(3);
    long before = procfs.filesRead();
    assertThat(reading()).isSameAs(asleep);
    assertThat(procfs.filesRead() - before).isEqualTo(1);
  }

  @Test
  void what_one_of_them_burns_is_found_though_the_main_one_sleeps() throws IOException {
    settled();
    order("burn", "burnt"); // from the second measure on files are kept
    Reading before = settled();
    order("burn", "burnt");
    Reading after = settled();
    Map<ProcessId, ThreadReading> earlier = byId(before);
    List<ThreadReading> ran =
        threads(after).stream().filter(one -> nanosSince(earlier, one) > 5 * TICK_NANOS).toList();
    assertThat(ran).hasSize(1);
    assertThat(nanosSince(earlier, ran.getFirst())).isGreaterThanOrEqualTo(10 * TICK_NANOS);
    // It also ran while it was told to, and Python's memory may hold the burner up a little.
    assertThat(after.cpuNanos().orElseThrow() - before.cpuNanos().orElseThrow())
        .isGreaterThanOrEqualTo(nanosSince(earlier, ran.getFirst()));
    assertThat(threads(after).stream().filter(one -> isSame(before(earlier, one), one)))
        .as("the thread that slept all the time")
        .hasSize(1);
  }

  @Test
  void the_threads_together_used_what_the_process_used() throws IOException {
    order("burn", "burnt");
    Reading reading = settled();
    long sum = threads(reading).stream().mapToLong(thread -> thread.cpuNanos().orElseThrow()).sum();
    assertThat(sum).isEqualTo(reading.cpuNanos().orElseThrow());
  }

  @Test
  void one_that_ended_is_left_out_and_its_time_stays_the_processs() throws IOException {
    order("burn", "burnt");
    Reading before = settled();
    order("end", "ended");
    Reading after = settled();
    assertThat(threads(after)).hasSize(2);
    assertThat(after.stat().threads()).isEqualTo(2);
    assertThat(after.cpuNanos().orElseThrow()).isGreaterThan(before.cpuNanos().orElseThrow());
  }

  private void order(String order, String answer) throws IOException {
    python.tell(order);
    assertThat(python.line()).isEqualTo(answer);
  }

  /** The reading once two in a row are the same: all sleep. */
  private Reading settled() {
    return Await.until(
        "sleep", () -> Optional.of(reading()).filter(before -> isSame(before, reading())));
  }

  private Reading reading() {
    return ((Found<Reading>) kept.measure()).value();
  }

  @SuppressWarnings("ReferenceEquality") // The very same instance is what is promised.
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }

  private static List<ThreadReading> threads(Reading reading) {
    return ((Found<List<ThreadReading>>) reading.threads()).value();
  }

  private static Map<ProcessId, ThreadReading> byId(Reading reading) {
    return threads(reading).stream()
        .collect(Collectors.toMap(thread -> thread.stat().id(), Function.identity()));
  }

  private static long nanosSince(Map<ProcessId, ThreadReading> earlier, ThreadReading now) {
    return now.cpuNanos().orElseThrow() - before(earlier, now).cpuNanos().orElseThrow();
  }

  private static ThreadReading before(Map<ProcessId, ThreadReading> earlier, ThreadReading now) {
    return Objects.requireNonNull(earlier.get(now.stat().id()));
  }
}
