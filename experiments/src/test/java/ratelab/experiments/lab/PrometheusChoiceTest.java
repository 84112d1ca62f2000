package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PrometheusChoiceTest {
  @Test
  void a_word_a_url_or_a_path() {
    assertThat(PrometheusChoice.parse("auto")).isEqualTo(new PrometheusChoice.Auto());
    assertThat(PrometheusChoice.parse("none")).isEqualTo(new PrometheusChoice.None());
    assertThat(PrometheusChoice.parse("http://127.0.0.1:9090"))
        .isEqualTo(new PrometheusChoice.Attached(URI.create("http://127.0.0.1:9090")));
    assertThat(PrometheusChoice.parse("/usr/bin/prometheus"))
        .isEqualTo(new PrometheusChoice.Executable(Path.of("/usr/bin/prometheus")));
  }

  @Test
  void attaching_to_a_running_server_is_refused_with_what_to_do_instead() {
    assertThatThrownBy(
            () ->
                PrometheusExecutable.of(
                    PrometheusChoice.parse("http://127.0.0.1:9090"), LabListener.SILENT))
        .isInstanceOf(LabException.class)
        .hasMessage(
            "a local run cannot attach to http://127.0.0.1:9090: its exporter's address is new in"
                + " each run; let it start a Prometheus of its own: --prometheus auto, or the path"
                + " of one");
  }
}
