package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.exporter.ExporterOptions.Action;
import ratelab.exporter.group.Recheck;
import ratelab.exporter.group.TrackingOptions;
import ratelab.exporter.http.ListenAddress;
import ratelab.exporter.rules.NameMapping;
import ratelab.exporter.rules.RuleSource;
import ratelab.exporter.yaml.ConfigException;

class ExporterOptionsTest {
  @Test
  void have_process_exporters_defaults() throws Exception {
    assertThat(parse())
        .isEqualTo(
            new ExporterOptions(
                Action.RUN,
                new RuleSource.Nothing(),
                TrackingOptions.defaults(),
                new WebOptions(new ListenAddress("", 9256), "/metrics", Optional.empty(), true),
                Path.of("/proc"),
                Optional.empty(),
                false,
                List.of(),
                List.of()));
  }

  @Test
  void take_everything_from_the_command_line() throws Exception {
    List<String> flags =
        List.of(
            "-config.path=c.yaml",
            "--web.listen-address",
            "127.0.0.1:0",
            "-web.telemetry-path=/m",
            "-web.config.file=web.yaml",
            "-web.page=false",
            "-procfs",
            "/host/proc",
            "-children=false",
            "-threads=0",
            "-gather-smaps=F",
            "-recheck",
            "-remove-empty-groups",
            "-unseen-groups",
            "-once-to-stdout-delay",
            "1.5s",
            "-debug");
    List<String> arguments = new ArrayList<>(flags);
    arguments.add("word");
    assertThat(ExporterOptions.parse(arguments))
        .isEqualTo(
            new ExporterOptions(
                Action.RUN,
                new RuleSource.ConfigFile(Path.of("c.yaml")),
                new TrackingOptions(false, false, false, new Recheck.Always(), true, true),
                new WebOptions(
                    new ListenAddress("127.0.0.1", 0),
                    "/m",
                    Optional.of(Path.of("web.yaml")),
                    false),
                Path.of("/host/proc"),
                Optional.of(Duration.ofMillis(1500)),
                true,
                flags,
                List.of("word")));
  }

  @Test
  void take_names_in_place_of_a_file() throws Exception {
    assertThat(parse("-procnames", "bash").rules())
        .isEqualTo(new RuleSource.Names(NameMapping.parse("bash", "")));
    assertThat(parse("-namemapping=java,-jar").rules()).isInstanceOf(RuleSource.Names.class);
  }

  @Test
  void a_time_limit_means_to_recheck_until_then() throws Exception {
    Recheck limited = new Recheck.UntilAge(Duration.ofSeconds(30));
    assertThat(parse("-recheck-with-time-limit=30s").tracking().recheck()).isEqualTo(limited);
    assertThat(parse("-recheck", "-recheck-with-time-limit=30s").tracking().recheck())
        .isEqualTo(limited);
    assertThat(parse("-recheck", "-recheck-with-time-limit=0").tracking().recheck())
        .isEqualTo(new Recheck.Always());
  }

  @Test
  void may_only_ask_for_help_or_the_version() throws Exception {
    assertThat(parse("-h").action()).isEqualTo(Action.SHOW_HELP);
    assertThat(parse("--help").action()).isEqualTo(Action.SHOW_HELP);
    assertThat(parse("-version").action()).isEqualTo(Action.SHOW_VERSION);
    assertThat(parse("-man").action()).isEqualTo(Action.SHOW_MANUAL);
    assertThat(parse("-h", "-nonsense").action()).isEqualTo(Action.SHOW_HELP);
  }

  @Test
  void refuse_what_cannot_be_meant() {
    assertThatThrownBy(() -> parse("-web.listen-address=nowhere"))
        .hasMessage(
            "-web.listen-address: \"nowhere\" is no address to listen on; expected HOST:PORT, such"
                + " as 127.0.0.1:9256");
    assertThatThrownBy(() -> parse("-web.telemetry-path=metrics"))
        .hasMessage("-web.telemetry-path: \"metrics\" is no path; expected one such as /metrics");
    assertThatThrownBy(() -> parse("-web.telemetry-path=/api/groups"))
        .hasMessage(
            "-web.telemetry-path: /api/groups is taken by the page; choose another or"
                + " -web.page=false");
    assertThatThrownBy(() -> parse("-config.path=c.yaml", "-procnames=bash"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("-config.path and -procnames exclude each other; name the groups in one place");
    assertThatThrownBy(() -> parse("-config.path=c.yaml", "-namemapping=java,x"))
        .hasMessage(
            "-config.path and -namemapping exclude each other; name the groups in one place");
    assertThatThrownBy(() -> parse("-namemapping=java"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("-namemapping: expected NAME,REGEX,NAME,REGEX: ");
  }

  private static ExporterOptions parse(String... arguments) throws UsageException, ConfigException {
    return ExporterOptions.parse(List.of(arguments));
  }
}
