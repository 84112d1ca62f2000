package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ratelab.experiments.scenario.OwnService.StatedLog;

class OwnServiceReaderTest {
  private static final String URL = "http://127.0.0.1:8080/";

  @ParameterizedTest(name = "{0}")
  @MethodSource("services")
  void a_service_of_ones_own_is_found_in_one_of_five_ways(
      String way, String keys, OwnService expected) {
    Scenario scenario = read(target(keys));

    assertThat(scenario.target().own()).contains(expected);
    assertThat(ScenarioReader.read(ScenarioWriter.text(scenario), "again.yaml", "mine").scenario())
        .isEqualTo(scenario);
  }

  static Stream<Arguments> services() {
    return Stream.of(
        arguments(
            "a command",
            """
              command: [java, -jar, "my app.jar"]
              env: [PORT=8080, MODE=]
              directory: /srv
            """,
            service(
                new OwnService.Command(
                    List.of("java", "-jar", "my app.jar"),
                    List.of("PORT=8080", "MODE="),
                    Optional.of("/srv")))),
        arguments(
            "a command in one line",
            "  command: java -jar app.jar\n",
            service(
                new OwnService.Command(
                    List.of("java", "-jar", "app.jar"), List.of(), Optional.empty()))),
        arguments(
            "an image",
            """
              image: registry.example/my-app:1.2
              ports: [8080, 9090]
              env: [MODE=test]
              command: [--verbose]
            """,
            new OwnService(
                new OwnService.Image(
                    "registry.example/my-app:1.2",
                    List.of(8080, 9090),
                    List.of("MODE=test"),
                    List.of("--verbose")),
                "http://target:9090/api",
                Optional.empty(),
                OptionalInt.empty())),
        arguments("a process", "  pid: 1234\n", service(new OwnService.Pid(1234))),
        arguments(
            "an exporter",
            "  exporter: http://127.0.0.1:9256/metrics\n  group: app\n",
            service(new OwnService.Exporter("http://127.0.0.1:9256/metrics", "app"))),
        arguments(
            "a Prometheus",
            "  runtime: own\n  prometheus: http://127.0.0.1:9090\n  group: app\n",
            service(new OwnService.Prometheus("http://127.0.0.1:9090", "app"))),
        arguments(
            "a process with a log",
            """
              pid: 1234
              at-once: 4
              access-log:
                file: access.log
                pattern: '(?<time>\\S+) (?<millis>\\d+)'
            """,
            new OwnService(
                new OwnService.Pid(1234),
                URL,
                Optional.of(
                    new StatedLog("access.log", new LogPattern("(?<time>\\S+) (?<millis>\\d+)"))),
                OptionalInt.of(4))));
  }

  @Test
  void an_image_is_asked_at_its_first_port_and_may_be_limited() {
    Target read =
        read(target("  image: a\n  ports: [8080]\n  cpus: 0.5\n").replaceFirst("  url: .*\n", ""))
            .target();

    assertThat(read.own().orElseThrow().url()).isEqualTo("http://target:8080/");
    assertThat(read.cpus()).hasValue(0.5);
    assertThat(read.isImage()).isTrue();
  }

  @Test
  void a_load_may_be_any_command_or_in_heys_words() {
    String pid = target("  pid: 1234\n");

    assertThat(read(load(pid, "  command: [k6, run, script.js]\n")).load())
        .isEqualTo(Load.of(new LoadCommand(List.of("k6", "run", "script.js"), false)));
    Scenario hey = read(load(pid, "  hey: -z 30s -c 50\n"));
    assertThat(hey.load())
        .isEqualTo(Load.of(new LoadCommand(List.of("-z", "30s", "-c", "50"), true)));
    assertThat(ScenarioReader.read(ScenarioWriter.text(hey), "again.yaml", "mine").scenario())
        .isEqualTo(hey);
  }

  @Test
  void the_drain_may_be_forecast_before_the_load_if_it_says_how_many_it_works_on_at_once() {
    Scenario read = read(beforeLoad(target("  pid: 1\n  at-once: 4\n")));

    assertThat(read.target().servers()).isEqualTo(4);
    assertThat(read.expectations())
        .containsExactly(new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.1, 2));
  }

  @Test
  void a_load_of_the_labs_own_stays_what_it_is() {
    assertThat(read(target("  pid: 1234\n")).load())
        .isEqualTo(new Load(50, Duration.ofMinutes(1), Duration.ofSeconds(20)));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void a_mistake_is_told_with_its_place_and_remedy(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("mine.yaml:")
        .hasMessageContaining(message);
  }

  static Stream<Arguments> mistakes() {
    String sources = "expected exactly one of command, image, pid, exporter or prometheus, found";
    String image = "  image: a\n  ports: [80]\n";
    String pid = target("  pid: 1234\n");
    return Stream.of(
        arguments(target("  runtime: own\n"), sources),
        arguments(target("  pid: 1\n  command: [a]\n"), sources),
        arguments(
            ScenarioText.with("runtime: javalin", "runtime: own"),
            "your own service needs a url, and one of command, image, pid, exporter or prometheus"),
        arguments(pid.replace(URL, "ftp://x"), "target.url: expected a URL such as"),
        arguments(target("  pid: 0\n"), "target.pid: expected a whole number from 1 to"),
        arguments(target("  pid: 1\n  group: a\n"), "target.group: the lab's own exporter watches"),
        arguments(
            target("  pid: 1\n  env: [A=b]\n"),
            "target.env: it belongs to a target with command or image; remove it, or give command"),
        arguments(
            target(image),
            "target.url: the load asks the container by its name on the run's"
                + " network: give a URL that begins with http://target:80/, or remove the key"),
        arguments(target("  image: a\n"), "target.ports: expected a list of the ports it listens"),
        arguments(
            target("  image: a\n  ports: [70000]\n"),
            "target.ports[0]: expected a whole number from 1 to 65535, found"),
        arguments(target("  pid: 1\n  ports: [80]\n"), "target.ports: it belongs to a target with"),
        arguments(
            target("  pid: 1\n  cpus: 2\n"), "target.cpus: it belongs to a target with image"),
        arguments(target(image + "  directory: a\n"), "target.directory: it belongs to a target"),
        arguments(target(image + "  pid: 1\n"), sources),
        arguments(
            target(image + "  access-log: {file: a, pattern: x}\n"),
            "target.access-log: the lab does not read files in a container"),
        arguments(
            load(target(image).replace(URL, "http://target:80"), "  hey: -z 30s\n"),
            "load: an image is asked from a container beside it, by the lab's own load"),
        arguments(
            target("  command: [a]\n  env: [A]\n"), "target.env[0]: expected NAME=VALUE, found"),
        arguments(
            target("  command: sh -c 'a b'\n"), "target.command: no shell reads the line, so"),
        arguments(target("  command: []\n"), "target.command: expected a command: a list of"),
        arguments(
            target("  exporter: http://127.0.0.1:9256/metrics\n"),
            "target.group: expected the groupname of the series"),
        arguments(
            target("  pid: 1\n  access-log: {file: a, pattern: 'x('}\n"),
            "the pattern cannot be used: it is no regular expression: Unclosed group"),
        arguments(
            target("  pid: 1\n  access-log: {file: a, pattern: 'x'}\n"),
            "it has no group (?<time>...), which tells when the work on a request ended"),
        arguments(
            target("  pid: 1\n  access-log: {file: a, pattern: '(?<time>a)(?<size>b)'}\n"),
            "known are time, id, port, seconds and millis"),
        arguments(
            target("  pid: 1\n  sleep: 5s\n"), "target.sleep: unknown key (known here: runtime,"),
        arguments(
            pid + "speed: 10\n", "speed: your own service has no service time that the lab could"),
        arguments(
            pid + "disturbances:\n  - {at: load-end, do: restart-target}\n",
            "disturbances: the lab does nothing to your own service"),
        arguments(
            load(pid, "  hey: -z 30s\n  workers: 5\n"),
            "load.workers: the load's command says it; remove one of the two"),
        arguments(
            target("  pid: 1\n  at-once: 0\n"),
            "target.at-once: expected a whole number from 1 to"),
        arguments(
            beforeLoad(pid),
            "expect[0]: there is no forecast before the load, as nobody knows how many requests"
                + " your service works on at once: give target.at-once, or expect forecast:"
                + " load-end"),
        arguments(
            beforeLoad(load(target("  pid: 1\n  at-once: 4\n"), "  hey: -z 30s\n")),
            "expect[0]: there is no forecast before a load of your own, of which nothing is known"),
        arguments(
            load(ScenarioText.VALID, "  hey: -z 30s\n"),
            "load: a load of your own is for a target of your own"));
  }

  private static OwnService service(OwnService.Source source) {
    return new OwnService(source, URL, Optional.empty(), OptionalInt.empty());
  }

  private static String target(String keys) {
    String url = keys.contains("registry.example") ? "http://target:9090/api" : URL;
    return ScenarioText.with(
        "  runtime: javalin\n  concurrency: single\n  work: exec\n  sleep: 5s\n",
        keys.indent(0) + "  url: " + url + "\n");
  }

  private static String load(String text, String keys) {
    return text.replace("  workers: 50\n  duration: 1m\n  timeout: 20s\n", keys);
  }

  private static String beforeLoad(String text) {
    return text.replace(
        "- cause: backlog", "- drain: {forecast: before-load, relative: 10%, service-times: 2}");
  }

  private static Scenario read(String text) {
    return ScenarioReader.read(text, "mine.yaml", "mine").scenario();
  }
}
