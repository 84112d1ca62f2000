package ratelab.experiments.junit.example;

import static ratelab.experiments.junit.RatelabAssertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.junit.PlayedRun;
import ratelab.experiments.junit.RatelabExtension;

class MyServiceIT {
  @RegisterExtension final RatelabExtension ratelab = new RatelabExtension();

  @TempDir Path directory;

  @Test
  void its_curve_is_as_high_as_its_work_and_back_when_the_work_is_done() throws IOException {
    int port = freePort();
    Path accessLog = directory.resolve("access.log");
    PlayedRun run =
        ratelab.play(
            """
            format: 1
            about: four requests a second, 50 ms of CPU each
            target:
              url: http://127.0.0.1:%d/
              command: [%s/bin/java, -XX:+UseSerialGC, -XX:TieredStopAtLevel=1, -cp, '%s',
                        ratelab.experiments.junit.example.MyService, '%d', '%s']
              access-log:
                file: '%s'
                pattern: '^(?<time>\\S+) (?<seconds>\\S+) (?<id>\\S+)$'
            load: {rate: 4, workers: 20, duration: 20s, timeout: 4s}
            scrape: {interval: 1s}
            windows: [15s]
            idle: 5s
            expect:
              - returns: as-derived
            """
                .formatted(
                    port,
                    System.getProperty("java.home"),
                    Path.of("target", "test-classes").toAbsolutePath(),
                    port,
                    accessLog,
                    accessLog));

    assertThat(run).curve(Duration.ofSeconds(15)).plateausAt(0.2, 0.05).returnsWithinForecast();
    assertThat(run).worksOffForNobodyAtMost(0.01);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
