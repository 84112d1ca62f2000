package ratelab.sampleapp.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuBurnTest {
  // The burn looks at a nanosecond clock every 10 µs or so, and overshoots by one look. A look can
  // take longer only where the host takes the processor away from this machine for a while, which
  // the clock counts as ours: allow one scheduler tick at the slowest usual rate, 100 Hz.
  private static final long TICK_NANOS = 10_000_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 20, 100})
  void it_spends_the_given_time_of_this_thread_and_at_most_a_tick_more(long millis) {
    var burn = new CpuBurn(Duration.ofMillis(millis));
    long beforeNanos = cpuNanos();

    burn.spend();

    assertThat(cpuNanos() - beforeNanos)
        .isBetween(millis * 1_000_000, millis * 1_000_000 + TICK_NANOS);
  }

  @Test
  void on_a_busy_machine_it_spends_what_it_was_told_within_half_a_percent() throws Exception {
    long burnNanos = 100_000_000;
    var burn = new CpuBurn(Duration.ofNanos(burnNanos));
    var spentNanos = new ArrayList<Long>();
    List<Process> competitors = compete();
    try {
      for (int round = 0; round < 9; round++) {
        long beforeNanos = schedstatNanos();
        burn.spend();
        spentNanos.add(schedstatNanos() - beforeNanos);
      }
    } finally {
      // By SIGTERM, which `timeout` hands on to its loop; SIGKILL would leave the loop alone.
      competitors.forEach(Process::destroy);
    }

    // The median: in single rounds the host may have taken the processor away, see above.
    Collections.sort(spentNanos);
    assertThat(spentNanos.get(4)).isBetween(burnNanos, burnNanos + burnNanos / 200);
  }

  /** Loops in other processes, on every processor; they end by themselves if nobody ends them. */
  private static List<Process> compete() throws IOException {
    List<Process> competitors = new ArrayList<>();
    for (int each = 0; each < Runtime.getRuntime().availableProcessors(); each++) {
      competitors.add(
          new ProcessBuilder("timeout", "30", "sh", "-c", "while :; do :; done").start());
    }
    return competitors;
  }

  /** A source that the burn does not use, brought up to date by a moment off the processor. */
  private static long schedstatNanos() throws Exception {
    Thread.sleep(1);
    String fields = Files.readString(Path.of("/proc/thread-self/schedstat"));
    return Long.parseLong(fields.substring(0, fields.indexOf(' ')));
  }

  @Test
  void on_a_virtual_thread_it_refuses() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var burning = threads.submit(() -> new CpuBurn(Duration.ofMillis(1)).spend());

      assertThatThrownBy(burning::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("a virtual thread has no CPU clock: burn on a platform thread");
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
