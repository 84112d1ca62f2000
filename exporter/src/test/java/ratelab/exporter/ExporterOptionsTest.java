package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.exporter.ExporterOptions.Action;
import ratelab.exporter.http.ListenAddress;

class ExporterOptionsTest {
  @Test
  void have_process_exporters_defaults() throws UsageException {
    assertThat(parse())
        .isEqualTo(
            new ExporterOptions(
                Action.RUN,
                new ListenAddress("", 9256),
                "/metrics",
                Path.of("/proc"),
                Optional.empty(),
                true,
                List.of()));
  }

  @Test
  void take_everything_from_the_command_line() throws UsageException {
    assertThat(
            parse(
                "-config.path=c.yaml",
                "--web.listen-address",
                "127.0.0.1:0",
                "-web.telemetry-path=/m",
                "-procfs",
                "/host/proc",
                "-children=false",
                "word"))
        .isEqualTo(
            new ExporterOptions(
                Action.RUN,
                new ListenAddress("127.0.0.1", 0),
                "/m",
                Path.of("/host/proc"),
                Optional.of(Path.of("c.yaml")),
                false,
                List.of("word")));
  }

  @Test
  void may_only_ask_for_help_or_the_version() throws UsageException {
    assertThat(parse("-h").action()).isEqualTo(Action.SHOW_HELP);
    assertThat(parse("--help").action()).isEqualTo(Action.SHOW_HELP);
    assertThat(parse("-version").action()).isEqualTo(Action.SHOW_VERSION);
  }

  @Test
  void refuse_what_cannot_be_meant() {
    assertThatThrownBy(() -> parse("-web.listen-address=nowhere"))
        .hasMessage(
            "-web.listen-address: \"nowhere\" is no address to listen on; expected HOST:PORT, such"
                + " as 127.0.0.1:9256");
    assertThatThrownBy(() -> parse("-web.telemetry-path=metrics"))
        .hasMessage("-web.telemetry-path: \"metrics\" is no path; expected one such as /metrics");
  }

  private static ExporterOptions parse(String... arguments) throws UsageException {
    return ExporterOptions.parse(List.of(arguments));
  }
}
