package ratelab.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ratelab.loadgen.plan.Outputs.Stdout;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.ConnectTo;
import ratelab.loadgen.request.HttpVersion;
import ratelab.loadgen.request.TlsOptions;
import ratelab.loadgen.schedule.Arrivals;
import ratelab.loadgen.schedule.ConstantRate;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.OnLate;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.RateCurve;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Stages;
import ratelab.loadgen.schedule.Stages.Stage;

final class CommandLineReaderTest {
  private static final String URL = "http://h:3000/";

  @Test
  void a_url_alone_is_a_plan_with_heys_defaults() {
    Plan plan = plan(URL);

    assertThat(plan.schedule()).isEqualTo(Schedule.closed(50, new Limit.Requests(200)));
    assertThat(plan.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(plan.followRedirects()).isTrue();
    assertThat(plan.idHeader()).isEmpty();
    assertThat(plan.outputs())
        .isEqualTo(
            new Outputs(
                Stdout.SUMMARY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty()));
    assertThat(request(plan))
        .isEqualTo(
            """
            GET http://h:3000/
            User-Agent: ratelab-loadgen/1.2
            Accept-Encoding: gzip

            """);
  }

  static Stream<Arguments> schedules() {
    return Stream.of(
        arguments(words("-n 10 -c 4"), 4, new Limit.Requests(10), new Pace.Free()),
        arguments(words("--n=10 --c 4"), 4, new Limit.Requests(10), new Pace.Free()),
        arguments(words("-n 9 -n 10 -c 4"), 4, new Limit.Requests(10), new Pace.Free()),
        arguments(words("-z 1m30s"), 50, period(90), new Pace.Free()),
        arguments(words("-z 10s -c 300"), 300, period(10), new Pace.Free()),
        arguments(words("-z 10s -n 1"), 50, period(10), new Pace.Free()),
        arguments(words("-z 0 -n 60"), 50, new Limit.Requests(60), new Pace.Free()),
        arguments(
            words("-q 2.5"), 50, new Limit.Requests(200), new Pace.PerWorker(2.5, OnLate.DROP)),
        arguments(words("-q 0"), 50, new Limit.Requests(200), new Pace.Free()));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void how_much_and_how_fast(List<String> flags, int workers, Limit limit, Pace pace) {
    assertThat(plan(flags.toArray(String[]::new), URL).schedule())
        .isEqualTo(new Schedule(workers, workers, limit, pace, true));
  }

  static Stream<Arguments> paces() {
    Arrivals even = new Arrivals.Constant();
    RateCurve stages =
        new Stages(
            0,
            List.of(
                new Stage(Duration.ofSeconds(10), 100), new Stage(Duration.ofSeconds(30), 500)));
    return Stream.of(
        arguments("--rate 2000", new Pace.Open(new ConstantRate(2000), even, OnLate.QUEUE)),
        arguments(
            "--rate 5 --on-late drop --arrivals poisson:7",
            new Pace.Open(new ConstantRate(5), new Arrivals.Poisson(7), OnLate.DROP)),
        arguments("--stages 10s:100,30s:500", new Pace.Open(stages, even, OnLate.QUEUE)),
        arguments("-q 3 --on-late queue", new Pace.PerWorker(3, OnLate.QUEUE)));
  }

  @ParameterizedTest
  @MethodSource("paces")
  void what_makes_requests_due(String flags, Pace pace) {
    assertThat(plan(words(flags).toArray(String[]::new), URL).schedule().pace()).isEqualTo(pace);
  }

  @Test
  void an_open_model_ends_with_its_stages_and_may_grow_its_crew() {
    Schedule schedule = plan("--stages", "1s:100,2s:0", "--max-workers", "90", URL).schedule();

    assertThat(schedule.limit()).isEqualTo(period(3));
    assertThat(List.of(schedule.workers(), schedule.mostWorkers())).containsExactly(50, 90);
    assertThat(plan("--rate", "10", "-n", "5", URL).schedule().workers()).isEqualTo(5);
  }

  @Test
  void awake_waiting_is_off_where_it_would_keep_a_core_busy() {
    assertThat(plan("--rate", "10000", URL).schedule().spin()).isTrue();
    assertThat(plan("--rate", "10001", URL).schedule().spin()).isFalse();
    assertThat(plan("--rate", "5", "--no-spin", URL).schedule().spin()).isFalse();
  }

  @Test
  void the_generator_is_warmed_on_a_server_of_its_own_unless_told_otherwise() {
    assertThat(plan(URL).warmUp()).isEqualTo(new WarmUpChoice.OnLoopback(Duration.ofSeconds(1)));
    assertThat(plan("--warmup", "3s", URL).warmUp())
        .isEqualTo(new WarmUpChoice.OnTarget(Duration.ofSeconds(3)));
    assertThat(plan("--no-warmup", URL).warmUp()).isEqualTo(new WarmUpChoice.None());
    assertThat(plan("-n", "10", "-c", "1", URL).warmUp()).isEqualTo(new WarmUpChoice.None());
  }

  @Test
  void a_sweep_raises_the_rate_by_about_half_or_in_as_many_steps_as_asked() {
    assertThat(plan("--sweep", "rate=100..1000", URL).sweep())
        .hasValue(
            new Sweep(
                List.of(100.0, 147.0, 215.0, 316.0, 464.0, 681.0, 1000.0), Duration.ofSeconds(10)));
    assertThat(plan("--sweep", "rate=100..1000:2", "-z", "3s", URL).sweep())
        .hasValue(new Sweep(List.of(100.0, 1000.0), Duration.ofSeconds(3)));
  }

  @Test
  void a_grace_is_a_duration_and_absent_by_default() {
    assertThat(plan(URL).grace()).isEmpty();
    assertThat(plan("--grace", "500ms", URL).grace()).hasValue(Duration.ofMillis(500));
    assertThat(plan("--grace", "0", URL).grace()).hasValue(Duration.ZERO);
  }

  @Test
  void every_short_flag_has_a_spelling_in_words() {
    Plan plan = plan("--requests=60", "--concurrency", "4", "--method=put", URL);
    assertThat(plan.schedule()).isEqualTo(Schedule.closed(4, new Limit.Requests(60)));
    assertThat(plan.requests().request(1).method()).isEqualTo("PUT");
    assertThat(plan("--engine", "auto", URL).engine()).isEqualTo(Engine.AUTO);
  }

  @ParameterizedTest
  @CsvSource({"5, PT5S", "0, PT0S", "500ms, PT0.5S", "1m, PT1M", "0s, PT0S"})
  void a_timeout_is_seconds_or_a_duration(String value, Duration expected) {
    assertThat(plan("-t", value, URL).timeout()).isEqualTo(expected);
  }

  @Test
  void flags_after_the_url_count_as_well() {
    assertThat(plan(URL, "-q", "3", "-disable-redirects").schedule().pace())
        .isEqualTo(new Pace.PerWorker(3, OnLate.DROP));
  }

  @Test
  void a_repeated_header_replaces_the_earlier_one_and_our_defaults() {
    Plan plan =
        plan(
            "-H",
            "A: 1",
            "-H",
            "a:2",
            "-H",
            "User-Agent: me",
            "-A",
            "text/plain",
            "-host",
            "x",
            URL);

    assertThat(request(plan))
        .isEqualTo(
            """
            GET http://h:3000/
            Accept-Encoding: gzip
            Accept: text/plain
            Host: x
            a: 2
            User-Agent: me

            """);
  }

  @Test
  void header_values_may_be_empty_contain_colons_or_look_like_flags() {
    assertThat(
            plan("-H", "A:", "-H", "B: c:d", "-H", "-c: 7", URL)
                .requests()
                .request(1)
                .headers()
                .toMultimap())
        .containsEntry("a", List.of(""))
        .containsEntry("b", List.of("c:d"))
        .containsEntry("-c", List.of("7"));
  }

  @Test
  void credentials_agent_and_encoding_are_headers() {
    Plan plan = plan("-a", "me:x", "-U", "my agent", "-disable-compression", URL);

    assertThat(plan.requests().request(1).headers().toMultimap())
        .isEqualTo(
            Map.of(
                "accept-encoding", List.of("identity"),
                "user-agent", List.of("my agent"),
                "authorization", List.of("Basic bWU6eA==")));
  }

  @Test
  void the_way_to_the_service_can_be_another_than_the_urls() {
    assertThat(plan(URL).access()).isEqualTo(Access.DIRECT);
    Access access =
        plan(
                "-x",
                "127.0.0.1:8080",
                "--h2c",
                "--connect-timeout",
                "2s",
                "--connect-to",
                "h:3000:[::1]:81",
                "--connect-to",
                "::other:",
                "--unix-socket",
                "/run/s",
                "--insecure",
                URL)
            .access();

    assertThat(access)
        .isEqualTo(
            new Access(
                HttpVersion.H2C,
                Duration.ofSeconds(2),
                List.of(new ConnectTo("h", 3000, "::1", 81), new ConnectTo("", 0, "other", 0)),
                Optional.of(Path.of("/run/s")),
                Optional.of(HttpUrl.get("http://127.0.0.1:8080/")),
                new TlsOptions(
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    assertThat(plan("-h2", "https://h/").access().version()).isEqualTo(HttpVersion.HTTP_2);
  }

  @Test
  void a_body_has_heys_content_type_unless_another_is_given() {
    assertThat(request(plan("-m", "post", "-d", "@hello", URL)))
        .isEqualTo(
            """
            POST http://h:3000/
            User-Agent: ratelab-loadgen/1.2
            Accept-Encoding: gzip
            Content-Type: text/html

            @hello\
            """);
    assertThat(
            plan("-m", "PUT", "-d", "x", "-T", "a/b", URL)
                .requests()
                .request(1)
                .header("Content-Type"))
        .isEqualTo("a/b");
    assertThat(plan("-T", "a/b", URL).requests().request(1).header("Content-Type"))
        .isEqualTo("a/b");
  }

  @Test
  void a_post_without_a_body_sends_an_empty_one_and_no_type() {
    assertThat(request(plan("-m", "POST", URL)))
        .isEqualTo(
            """
            POST http://h:3000/
            User-Agent: ratelab-loadgen/1.2
            Accept-Encoding: gzip

            """);
  }

  @Test
  void a_body_can_come_from_a_file(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("body"), "from a file");

    assertThat(request(plan("-m", "PUT", "-D", file.toString(), URL))).endsWith("\n\nfrom a file");
  }

  @Test
  void switches_can_be_set_and_unset() {
    assertThat(plan("-disable-keepalive", URL).requests().request(1).header("Connection"))
        .isEqualTo("close");
    assertThat(plan("-disable-keepalive=false", URL).requests().request(1).header("Connection"))
        .isNull();
    assertThat(plan("--disable-redirects", URL).followRedirects()).isFalse();
    assertThat(plan("-disable-redirects=true", URL).followRedirects()).isFalse();
  }

  @Test
  void results_can_go_to_files_and_standard_output() {
    assertThat(
            plan(
                    "--record",
                    "a.csv",
                    "-json",
                    "b.json",
                    "--hlog=c.hlog",
                    "-o",
                    "csv",
                    "--metrics-port",
                    "9000",
                    URL)
                .outputs())
        .isEqualTo(
            new Outputs(
                Stdout.CSV,
                Optional.of(Path.of("a.csv")),
                Optional.of(Path.of("b.json")),
                Optional.of(Path.of("c.hlog")),
                OptionalInt.of(9_000)));
    assertThat(plan("-o", "json", URL).outputs().stdout()).isEqualTo(Stdout.JSON);
    assertThat(plan("--id-header", "X-Id", URL).idHeader()).hasValue("X-Id");
  }

  @Test
  void a_period_that_overrides_a_number_is_noted() {
    assertThat(((Invocation.Load) read("-z", "1s", "-n", "5", URL)).notes())
        .containsExactly("-n is ignored because -z says how long to send requests");
    assertThat(((Invocation.Load) read("-z", "1s", URL)).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-h", "--h", "-help", "--help"})
  void help_lists_every_flag(String flag) {
    String text = ((Invocation.Answer) read(flag)).text();

    assertThat(text).startsWith("Usage: loadgen [options...] URL\n");
    assertThat(text.lines())
        .allMatch(line -> line.length() <= 100)
        .filteredOn(line -> line.startsWith("  -"))
        .hasSize(Flag.values().length);
  }

  @Test
  void version_is_printed() {
    assertThat(read("--version")).isEqualTo(new Invocation.Answer("ratelab-loadgen 1.2\n"));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        bad(1, "", "no URL; give one, like http://127.0.0.1:3000/"),
        bad(1, "http://a http://b", "one URL expected, but got http://a http://b"),
        bad(
            1,
            "localhost:80",
            "URL 'localhost:80': Expected URL scheme 'http' or 'https' but was 'localhost';"
                + " write http://host:port/path"),
        bad(1, "-n 3 -c 4 " + URL, "-n 3 is less than -c 4: lower -c or raise -n"),
        bad(1, "-n 0 " + URL, "-n 0: send at least 1 request"),
        bad(1, "-c 0 " + URL, "-c 0: use 1 to 100000 workers"),
        bad(1, "-q -1 " + URL, "-q -1.0: a rate is not negative; use 0 for no limit"),
        bad(1, "-t 30h -t 600h " + URL, "-t 600h: at most 24 days; use 0 for no limit"),
        bad(1, "-t 1us " + URL, "-t 1us: at least 1ms; use 0 for no limit"),
        bad(
            1,
            "-o xml " + URL,
            "-o xml: unknown; use csv or json, or leave -o out for the summary"),
        bad(1, "-H nocolon " + URL, "-H 'nocolon': no colon; write it like 'Name: value'"),
        bad(
            1,
            "--id-header a:b " + URL,
            "--id-header: 'a:b' is not a header name; use letters, digits and dashes"),
        bad(1, "-m G,T " + URL, "-m 'G,T': not a method; use a word like GET or POST"),
        bad(1, "-d x " + URL, "-d: GET cannot carry a body here; add -m POST"),
        bad(1, "-m PUT -d x -D y " + URL, "-d and -D exclude each other; give one of them"),
        bad(1, "-m PUT -D no/such/file " + URL, "-D no/such/file: there is no such file"),
        bad(1, "--rate 5 -q 5 " + URL, "-q and --rate exclude each other; give one of them"),
        bad(
            1,
            "--stages 1s:5 -z 5s " + URL,
            "--stages and -z exclude each other; the stages say how long"),
        bad(
            2,
            "--stages 5 " + URL,
            "--stages: '5' is not a stage; write a duration and a rate, like 10s:100"),
        bad(1, "--stages 1s:0 " + URL, "--stages 1s:0: every rate is 0, so nothing would be sent"),
        bad(1, "--arrivals poisson " + URL, "--arrivals needs --rate or --stages"),
        bad(
            1,
            "--rate 1 --arrivals x " + URL,
            "--arrivals x: unknown; use constant, poisson or poisson:7"),
        bad(1, "--on-late drop " + URL, "--on-late needs a rate: --rate, --stages or -q"),
        bad(1, "--rate 1 --on-late x " + URL, "--on-late x: use queue or drop"),
        bad(
            1,
            "--max-workers 60 " + URL,
            "--max-workers needs --rate or --stages; otherwise give -c"),
        bad(
            1,
            "--rate 9 --max-workers 6 " + URL,
            "--max-workers 6 is less than -c 50: lower -c or raise it"),
        bad(
            1,
            "--warmup 1s --no-warmup " + URL,
            "--warmup and --no-warmup exclude each other; give one of them"),
        bad(
            2,
            "--fail-if p99 " + URL,
            "--fail-if 'p99': write it like 'p99>250ms', 'errors>1%' or 'rps<1000'"),
        bad(
            1,
            "--fail-if p0>1s " + URL,
            "--fail-if 'p0>1s': there is no figure p0; use p50, p99.9, mean, max, errors, rps or"
                + " late, and service.p99 or response.p99 for one of the two times"),
        bad(1, "--sweep rate=1..9 --rate 5 " + URL, "--sweep and --rate exclude each other"),
        bad(
            2,
            "--sweep 5 " + URL,
            "--sweep 5: write it like rate=100..5000, or rate=100..5000:20 for 20 steps"),
        bad(1, "-h2 " + URL, "-h2 needs an https URL; for HTTP/2 without TLS give --h2c"),
        bad(1, "--h2c https://h/", "--h2c needs an http URL; for HTTP/2 over TLS give -h2"),
        bad(1, "-a me " + URL, "-a 'me': no colon; write it like name:password"),
        bad(
            1,
            "-x https://p " + URL,
            "-x https://p: not an HTTP proxy; write host:port or http://host:port"),
        bad(
            2,
            "--connect-to a:b " + URL,
            "--connect-to 'a:b': write it like example.org:443:127.0.0.1:8443"),
        bad(1, "--key k " + URL, "--key needs --cert, the certificate that belongs to it"),
        bad(1, "--cacert no/such https://h/", "no/such: there is no such file"),
        bad(1, "-cpus 0 " + URL, "-cpus 0: use 1 to 4096"),
        bad(1, "--csv x " + URL, "--csv needs --template, which fills in {{csv:COLUMN}}"),
        bad(1, "--urls no/such", "--urls no/such: there is no such file"),
        bad(1, "--form x " + URL, "--form 'x': no name; write it like name=value"),
        bad(1, "--metrics-port 70000 " + URL, "--metrics-port 70000: use 1 to 65535"),
        bad(1, "--engine x " + URL, "--engine x: unknown; use okhttp, wire or auto"),
        bad(
            2,
            "-disable-redirects=maybe " + URL,
            "-disable-redirects=maybe: a switch takes =true or =false"),
        bad(2, "-foo " + URL, "-foo: there is no such flag"),
        bad(2, "-n5 " + URL, "-n5: there is no such flag"),
        bad(2, URL + " -n", "-n lacks its value: N"),
        bad(2, "-n many " + URL, "-n many: not a whole number; write it like 100"),
        bad(2, "-q NaN " + URL, "-q NaN: not a number; write it like 2.5"),
        bad(
            2,
            "-z 10 " + URL,
            "-z: '10' is not a duration; write a number and a unit, like 10s, 500ms or 1m30s"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_cannot_be_run_is_refused_with_cause_and_remedy(
      int exitCode, List<String> args, String message) {
    assertThat(read(args.toArray(String[]::new)))
        .isEqualTo(new Invocation.Refusal(message + " (see loadgen -h)", exitCode));
  }

  private static Arguments bad(int exitCode, String args, String message) {
    return arguments(exitCode, args.isEmpty() ? List.of() : words(args), message);
  }

  private static List<String> words(String line) {
    return List.of(line.split(" ", -1));
  }

  private static Limit period(long seconds) {
    return new Limit.Period(Duration.ofSeconds(seconds));
  }

  private static Plan plan(String[] flags, String url) {
    return plan(Stream.concat(Stream.of(flags), Stream.of(url)).toArray(String[]::new));
  }

  private static Plan plan(String... args) {
    assertThat(read(args)).isInstanceOf(Invocation.Load.class);
    return ((Invocation.Load) read(args)).plan();
  }

  private static Invocation read(String... args) {
    return new CommandLineReader("1.2").read(args);
  }

  /** The request as text: method and URL, headers, blank line, body. */
  private static String request(Plan plan) {
    Request request = plan.requests().request(1);
    try (Buffer body = new Buffer()) {
      if (request.body() != null) {
        request.body().writeTo(body);
      }
      return request.method()
          + " "
          + request.url()
          + "\n"
          + request.headers()
          + "\n"
          + body.readUtf8();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
