package ratelab.sampleapp.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CpuClockTest {
  private static final long TICK_NANOS = 10_000_000;

  static CpuClock[] clocks() {
    return new CpuClock[] {CpuClock.ofThisProcess(), new JvmCpuClock()};
  }

  @ParameterizedTest
  @MethodSource("clocks")
  void it_sees_what_a_thread_uses(CpuClock clock) {
    long beforeNanos = clock.readNanos();

    use(10 * TICK_NANOS);

    // Both the start and the end may be a tick old; other threads only add.
    assertThat(clock.readNanos() - beforeNanos).isGreaterThanOrEqualTo(8 * TICK_NANOS);
  }

  @Test
  void what_a_thread_used_stays_when_it_dies() throws InterruptedException {
    CpuClock clock = CpuClock.ofThisProcess();
    long[] whileAliveNanos = new long[1];
    var thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  use(5 * TICK_NANOS);
                  whileAliveNanos[0] = clock.readNanos();
                });
    thread.join();

    assertThat(clock.readNanos()).isGreaterThanOrEqualTo(whileAliveNanos[0]);
  }

  private static void use(long nanos) {
    var threads = ManagementFactory.getThreadMXBean();
    long endNanos = threads.getCurrentThreadCpuTime() + nanos;
    while (threads.getCurrentThreadCpuTime() < endNanos) {
      Thread.onSpinWait();
    }
  }
}
