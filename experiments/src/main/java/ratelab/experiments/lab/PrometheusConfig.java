package ratelab.experiments.lab;

import java.time.Duration;
import ratelab.experiments.rate.PromDuration;

/** How a lab configures a Prometheus: it scrapes the exporter and nothing else. */
public final class PrometheusConfig {
  private PrometheusConfig() {}

  /**
   * The configuration file's text, valid for 2.x and 3.x.
   *
   * @param target HOST:PORT of the exporter
   * @param path of its metrics
   * @param interval time between scrapes, and the timeout of each
   */
  public static String of(String target, String path, Duration interval) {
    return """
    global:
      scrape_interval: %1$s
      scrape_timeout: %1$s
    scrape_configs:
      - job_name: ratelab
        metrics_path: %2$s
        static_configs:
          - targets: ["%3$s"]
    """
        .formatted(PromDuration.print(interval), path, target);
  }
}
