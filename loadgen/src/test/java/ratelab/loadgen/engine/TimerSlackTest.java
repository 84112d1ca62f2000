package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class TimerSlackTest {
  @Test
  void a_thread_that_refuses_it_has_the_least_that_the_kernel_grants() throws Exception {
    assumeTrue(Files.isWritable(Path.of("/proc/self/timerslack_ns")), "the kernel has no setting");
    FutureTask<String> slack =
        new FutureTask<>(
            () -> {
              TimerSlack.refuse();
              Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
              return Files.readString(Path.of("/proc", thread.toString(), "timerslack_ns")).strip();
            });
    Thread.ofPlatform().start(slack);
    assertThat(slack.get()).isEqualTo("1");
  }
}
