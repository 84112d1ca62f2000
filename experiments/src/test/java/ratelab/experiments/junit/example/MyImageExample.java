package ratelab.experiments.junit.example;

import static ratelab.experiments.junit.RatelabAssertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import ratelab.experiments.junit.PlayedRun;
import ratelab.experiments.junit.RatelabExtension;

class MyImageExample {
  @RegisterExtension final RatelabExtension ratelab = new RatelabExtension().withPrometheus("auto");

  @Test
  void its_curve_is_as_high_as_its_work_and_back_when_the_work_is_done() {
    PlayedRun run =
        ratelab.play(
            """
            format: 1
            about: four requests a second, 60 ms of CPU each
            target:
              image: my-service:latest
              ports: [3000]
              command: [--work, burn, --cpu, 60ms, --host, 0.0.0.0, --port, '3000']
            load: {rate: 4, workers: 20, duration: 20s, timeout: 4s}
            scrape: {interval: 2s}
            windows: [15s]
            idle: 8s
            expect:
              - returns: as-derived
            """);

    assertThat(run).holds();
    assertThat(run).curve(Duration.ofSeconds(15)).plateausAt(0.25, 0.1).returnsWithinForecast();
    assertThat(run).worksOffForNobodyAtMost(0.01);
  }
}
