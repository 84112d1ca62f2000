package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrometheusConfigTest {
  @Test
  void the_labs_own_exporter() {
    assertThat(of("http://127.0.0.1:9256/metrics"))
        .isEqualTo(
            """
            global:
              scrape_interval: 250ms
              scrape_timeout: 250ms
            scrape_configs:
              - job_name: ratelab
                scheme: http
                metrics_path: "/metrics"
                params: {}
                static_configs:
                  - targets: ["127.0.0.1:9256"]
            """);
  }

  @Test
  void an_exporter_that_is_somewhere_else_and_takes_parameters() {
    assertThat(of("https://user@host.example/a%20b?collect[]=cpu&flag&collect[]=a%22b"))
        .contains(
            """
                scheme: https
                metrics_path: "/a b"
                params: {"collect[]": ["cpu", "a\\"b"], "flag": [""]}
                static_configs:
                  - targets: ["host.example"]
            """);
  }

  @Test
  void an_exporter_without_a_path() {
    assertThat(of("http://[::1]:9256"))
        .contains("metrics_path: \"/\"", "targets: [\"[::1]:9256\"]");
  }

  private static String of(String exporter) {
    return PrometheusConfig.of(URI.create(exporter), Duration.ofMillis(250));
  }
}
