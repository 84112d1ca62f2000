package ratelab.sampleapp.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChildrenPauseTest {
  private static final long TICK_NANOS = 10_000_000;

  @BeforeAll
  static void the_kernel_tells_a_process_its_cpu_time() {
    assumeTrue(ChildrenPause.isSupported(), "no /proc/self/schedstat on this kernel");
  }

  @Test
  void children_burn_what_they_were_told_and_at_most_a_tick_more_each() throws Exception {
    var children = new ChildrenPause(5, Duration.ofMillis(40));

    long toldNanos = children.pass().orElseThrow();

    assertThat(toldNanos).isBetween(5 * 40_000_000L, 5 * (40_000_000L + TICK_NANOS));
  }

  @Test
  void what_they_tell_is_what_the_kernel_accounts_for_them_when_they_have_ended() throws Exception {
    var children = new ChildrenPause(10, Duration.ofMillis(50));
    long beforeNanos = accountedNanos();

    long toldNanos = children.pass().orElseThrow();

    // The kernel's sum is in ticks of 10 ms, and has the children's ends, up to a millisecond each.
    long accountedNanos = accountedNanos() - beforeNanos;
    assertThat(accountedNanos - toldNanos).isBetween(-2 * TICK_NANOS, 2 * TICK_NANOS + 10_000_000L);
  }

  /** CPU time of this process's children that have ended: proc(5), stat, cutime and cstime. */
  private static long accountedNanos() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(afterName[13]) + Long.parseLong(afterName[14])) * TICK_NANOS;
  }
}
