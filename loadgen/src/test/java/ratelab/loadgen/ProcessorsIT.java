package ratelab.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.LoopbackServer;

/** The whole program on fewer processors; util-linux has the tool for it. */
@Timeout(60)
final class ProcessorsIT {
  @TempDir private Path directory;

  @Test
  void the_program_can_be_kept_to_one_processor() throws Exception {
    RealTools.find("taskset");
    try (LoopbackServer server =
            new LoopbackServer(exchange -> exchange.answer("200 OK", "Hello"));
        LoadgenProcess loadgen =
            new LoadgenProcess(
                directory, "-cpus", "1", "-n", "5", "-c", "1", "-o", "json", server.url("/"))) {
      assertThat(loadgen.exitCode(Duration.ofSeconds(40))).isZero();
      assertThat(loadgen.out()).containsPattern("\"processors\" : 1\\b");
    }
  }
}
