package ratelab.sampleapp.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
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
