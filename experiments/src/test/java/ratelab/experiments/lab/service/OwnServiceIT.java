package ratelab.experiments.lab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static ratelab.experiments.PassOrDoubt.assertPassOrDoubt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.StartedApp;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.lab.Apps;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LocalLabOptions;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.ScenarioReader;

/** A service that runs already, watched in each of the ways that a user may have. */
class OwnServiceIT {
  private static final String OWN_LOAD = "workers: 8, duration: 2s, timeout: 500ms";

  private final Apps apps = Apps.ofThisProcess();
  @TempDir private Path directory;

  @Test
  void a_running_process_under_heys_load_goes_on_running() {
    RequiredTools.locate("hey", "hey");
    try (StartedApp service = service()) {
      Recording recording =
          record("  pid: " + service.process().pid() + "\n", service, "hey: -z 2s -c 20 -t 1");

      assertThat(recording.oracle()).isEmpty();

      assertThat(recording.marks().loadStopMillis())
          .isEqualTo(recording.marks().loadStartMillis() + 2_000)
          .isLessThan(recording.marks().loadEndMillis());
      LoadResult load = recording.load();
      assertThat(load.answered()).isPositive();
      assertThat(load.timedOut()).isGreaterThan(10);
      Analysis analysis = Analyst.analyse(recording);
      assertThat(analysis.cause()).isEqualTo(Cause.BACKLOG);
      assertThat(analysis.workedOff().forNobody())
          .isCloseTo(load.timedOut(), within(2 + load.timedOut() / 6));
      assertThat(analysis.workedOff().evidence()).contains("(CLOSE-WAIT)");
      assertThat(service.process().isAlive()).isTrue();
      Forecast forecast = recording.forecast(ForecastStage.LOAD_END).orElseThrow();
      assertThat(recording.forecasts()).containsExactly(forecast);
      assertThat(forecast.drain()).isGreaterThan(Duration.ofMillis(500));
      assertThat(
              Analyst.judge(
                  recording, new Expectation.DrainAsForecast(ForecastStage.LOAD_END, 0, 0)))
          .singleElement()
          .satisfies(
              verdict -> {
                assertThat(verdict.tolerance())
                    .contains("the error of the service time and of the pace");
                assertThat(verdict.status()).as("%s", verdict).isEqualTo(Status.PASS);
              });
    }
  }

  @Test
  void one_that_says_how_many_it_works_on_at_once_is_forecast_before_the_load() {
    // A fifth of a processor would keep its pace, so that beside other tests the forecast can hold.
    try (StartedApp service = service("95ms", "5ms")) {
      Recording recording =
          record("  pid: " + service.process().pid() + "\n  at-once: 1\n", service, OWN_LOAD);

      assertThat(recording.forecasts())
          .extracting(Forecast::stage)
          .containsExactly(ForecastStage.BEFORE_LOAD, ForecastStage.LOAD_END);
      Forecast forecast = recording.forecasts().getFirst();
      assertThat(forecast.madeAtMillis()).isLessThanOrEqualTo(recording.marks().loadStartMillis());
      assertThat(forecast.drain()).isGreaterThan(Duration.ofMillis(500));
      assertThat(
              Analyst.judge(
                  recording, new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.25, 5)))
          .singleElement()
          .satisfies(
              verdict -> {
                assertThat(verdict.name()).isEqualTo("drain as forecast before the load");
                assertPassOrDoubt(verdict);
              });
    }
  }

  @Test
  void a_group_of_an_exporter_under_any_commands_load() throws IOException {
    try (StartedApp service = service();
        StartedApp exporter = exporter(service)) {
      List<String> words =
          apps.command(
              App.LOADGEN, List.of("-c", "8", "-z", "2s", "-t", "500ms", service.url().toString()));
      Recording recording =
          record(
              "  exporter: " + exporter.url() + "\n  group: my-app\n",
              service,
              "command: [\"" + String.join("\", \"", words) + "\"]");

      assertThat(recording.load().isKnown()).isFalse();
      assertThat(recording.forecasts()).isEmpty();
      assertThat(recording.info().targetGroup()).isEqualTo("my-app");
      Analysis analysis = Analyst.analyse(recording);
      assertThat(analysis.cause()).isEqualTo(Cause.BACKLOG);
      assertThat(analysis.workedOff().forNobody()).isGreaterThan(10);
    }
  }

  @Test
  void a_group_in_a_prometheus_that_is_only_asked() throws IOException {
    Path prometheus = RequiredTools.locate("prometheus", "prometheus");
    try (StartedApp service = service();
        StartedApp exporter = exporter(service);
        OwnPrometheus server = OwnPrometheus.start(prometheus, exporter.url(), directory)) {
      Recording recording =
          record("  prometheus: " + server.url() + "\n  group: my-app\n", service, OWN_LOAD);

      assertThat(recording.scrapeFailures()).isEmpty();
      assertThat(recording.series())
          .allSatisfy(each -> assertThat(each.id().label("job")).isEqualTo("mine"));
      assertThat(recording.info().dialect())
          .isEqualTo(Dialect.ofVersion(recording.info().versions().getOrDefault("prometheus", "")));
      assertThat(recording.load().timedOut()).isGreaterThan(10);
      assertThat(Analyst.analyse(recording).cause()).isEqualTo(Cause.BACKLOG);
    }
  }

  @Test
  void a_prometheus_beside_the_labs_exporter_answers_as_the_model_does() {
    Path prometheus = RequiredTools.locate("prometheus", "prometheus");
    try (StartedApp service = service()) {
      assertThatPrometheusAgrees(
          record(
              "  pid: " + service.process().pid() + "\n",
              service.url().toString(),
              OWN_LOAD,
              new PrometheusChoice.Executable(prometheus)),
          "target");
    }
  }

  @Test
  void a_prometheus_beside_the_users_exporter_answers_as_the_model_does() throws IOException {
    Path prometheus = RequiredTools.locate("prometheus", "prometheus");
    try (StartedApp service = service();
        StartedApp exporter = exporter(service)) {
      assertThatPrometheusAgrees(
          record(
              "  exporter: " + exporter.url() + "?any[]=one&any[]=two\n  group: my-app\n",
              service.url().toString(),
              OWN_LOAD,
              new PrometheusChoice.Executable(prometheus)),
          "my-app");
    }
  }

  private static void assertThatPrometheusAgrees(Recording recording, String group) {
    OracleResult oracle = recording.oracle().orElseThrow();
    assertThat(oracle.differences()).isEmpty();
    assertThat(oracle.differing()).isZero();
    // Rate and increase of the counters, 15 points a scrape, over a run of more than 6 s.
    assertThat(oracle.points()).isGreaterThan(500);
    assertThat(oracle.samples())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.id().label("groupname")).isEqualTo(group));
    assertThat(recording.info().versions()).containsEntry("prometheus", oracle.version());
    assertThat(recording.info().dialect()).isEqualTo(Dialect.ofVersion(oracle.version()));
    Analysis analysis = Analyst.analyse(recording);
    assertThat(analysis.verdicts())
        .anySatisfy(
            verdict -> {
              assertThat(verdict.name())
                  .isEqualTo("rate model equals Prometheus " + oracle.version() + " bit for bit");
              assertThat(verdict.status()).isEqualTo(Status.PASS);
            })
        .anySatisfy(
            verdict -> {
              assertThat(verdict.name())
                  .isEqualTo("rate[2s] returns as derived on Prometheus " + oracle.version());
              assertPassOrDoubt(verdict);
            })
        .anySatisfy(
            verdict -> {
              assertThat(verdict.name()).startsWith("cause named");
              assertPassOrDoubt(verdict);
            });
  }

  @Test
  void another_prometheus_has_nothing_to_scrape_where_one_is_the_target() {
    try (StartedApp service = service()) {
      assertThatThrownBy(
              () ->
                  record(
                      "  prometheus: http://127.0.0.1:1\n  group: my-app\n",
                      service.url().toString(),
                      OWN_LOAD,
                      new PrometheusChoice.Executable(Path.of("/usr/bin/prometheus"))))
          .isInstanceOf(LabException.class)
          .hasMessage(
              "the samples are those of the Prometheus at http://127.0.0.1:1, and there is nothing"
                  + " for another one to scrape: leave out --prometheus, or give target.exporter in"
                  + " place of target.prometheus");
    }
  }

  @Test
  void a_process_that_is_not_there_is_told() {
    try (StartedApp service = service()) {
      assertThatThrownBy(() -> record("  pid: 4194305\n", service, OWN_LOAD))
          .isInstanceOf(LabException.class)
          .hasMessage("there is no process 4194305 on this machine: check target.pid");
    }
  }

  @Test
  void a_url_where_nothing_listens_is_told() {
    try (StartedApp service = service()) {
      assertThatThrownBy(
              () ->
                  record(
                      "  pid: " + service.process().pid() + "\n", "http://127.0.0.1:1", OWN_LOAD))
          .isInstanceOf(LabException.class)
          .hasMessage(
              "nothing takes connections at http://127.0.0.1:1/ (Connection refused): check"
                  + " target.url");
    }
  }

  @Test
  void an_access_log_that_is_not_there_is_told_before_the_load() {
    String log = "  access-log: {file: /nowhere/access.log, pattern: '(?<time>x)'}\n";
    try (StartedApp service = service()) {
      assertThatThrownBy(
              () -> record("  pid: " + service.process().pid() + "\n" + log, service, OWN_LOAD))
          .isInstanceOf(LabException.class)
          .hasMessage(
              "there is no access log /nowhere/access.log that can be read: check"
                  + " target.access-log.file");
    }
  }

  @Test
  void a_load_that_cannot_be_run_is_told_with_its_remedy() {
    try (StartedApp service = service()) {
      assertThatThrownBy(
              () ->
                  record(
                      "  pid: " + service.process().pid() + "\n",
                      service,
                      "command: [/nowhere/k6, run]"))
          .isInstanceOf(LabException.class)
          .hasMessageStartingWith(
              "the load '/nowhere/k6 run' cannot be run (status 127): install it, or give its"
                  + " path");
      assertThat(directory.resolve("run")).as("told before anything is started").doesNotExist();
    }
  }

  private Recording record(String source, StartedApp service, String load) {
    return record(source, service.url().toString(), load);
  }

  private Recording record(String source, String url, String load) {
    return record(source, url, load, new PrometheusChoice.None());
  }

  private Recording record(String source, String url, String load, PrometheusChoice prometheus) {
    String text =
        """
        format: 1
        about: Clients that give up before their turn comes
        target:
        %s  url: %s
        load: {%s}
        scrape: {interval: %s}
        windows: [%s]
        idle: 2s
        expect:
          - cause: backlog
          - returns: as-derived
        """
            .formatted(
                source,
                url + "/",
                load,
                // Two scrapers and a server: on a busy machine they need more time between scrapes.
                prometheus instanceof PrometheusChoice.None ? "250ms" : "500ms",
                prometheus instanceof PrometheusChoice.None ? "1s" : "2s");
    return new ThisMachine(new LocalLabOptions(directory.resolve("run"), prometheus, false))
        .record(ScenarioReader.read(text, "mine.yaml", "mine").scenario(), LabListener.SILENT);
  }

  private StartedApp service() {
    return service("60ms", "40ms");
  }

  private StartedApp service(String sleep, String cpu) {
    return StartedApp.start(
        apps.command(
            App.SAMPLE_APP,
            List.of("--work", "sleep", "--sleep", sleep, "--cpu", cpu, "--port", "0")),
        directory.resolve("service.log"));
  }

  private StartedApp exporter(StartedApp service) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("exporter.yaml"),
            """
            process_names:
              - name: my-app
                pids: ["%d"]
            """
                .formatted(service.process().pid()));
    return StartedApp.start(
        apps.command(
            App.EXPORTER,
            List.of("-config.path", config.toString(), "-web.listen-address", "127.0.0.1:0")),
        directory.resolve("exporter.log"));
  }
}
