package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run, looked at again through other windows, scrapes and rules. */
class ReplayCommandTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void record() {
    record("seed", run());
    record("windows/plateau", plateau());
    record("windows/burst", burst());
  }

  private static void record(String scenario, Path into) {
    CommandLineRun run =
        CommandLineRun.lab("run", scenario, "--lab", "simulated", "--out", into.toString());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
  }

  private static Path run() {
    return directory.resolve("run");
  }

  /** Scraped every second; its shapes are expected of scrapes every 1, 2, 5 and 15 s. */
  private static Path plateau() {
    return directory.resolve("plateau");
  }

  @Test
  void other_windows_get_a_table_and_a_report_of_their_own() {
    CommandLineRun replay =
        CommandLineRun.lab("replay", run().toString(), "--window", "30s,45s", "--scrape", "15s");

    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    assertThat(replay.out())
        .contains("rate[30s], scraped every 15s", "rate[45s], scraped every 15s", "return")
        .contains("rate[45s] returns as derived");
    assertThat(run().resolve("replay/report.html")).exists();
  }

  private static Path burst() {
    return directory.resolve("burst");
  }

  /** At phase 0 the load ends 0.4 s behind a scrape: too little of 15 s to be told from idle. */
  @ParameterizedTest(name = "every {0}, first after {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15s | 2s | scrapes every 1s, 2s, 5s, for the recording is scraped every 15s
          15s | 0s | scrapes every 1s, 2s, 5s, for the recording is scraped every 15s
          5s  | 3s | scrapes every 1s, 2s, for the recording is scraped every 5s
          2s  | 1s | scrapes every 1s, for the recording is scraped every 2s
          7s  | 4s | scrapes every 1s, 2s, 5s, for the recording is scraped every 7s
          """)
  void scrapes_that_the_slower_scraper_leaves_out_are_not_judged(
      String scrape, String phase, String notJudged) {
    CommandLineRun replay =
        CommandLineRun.lab(
            "replay",
            plateau().toString(),
            "--window",
            "1m,5m",
            "--scrape",
            scrape,
            "--phase",
            phase);

    assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    assertThat(verdicts(plateau())).contains("Not judged: " + notJudged);
  }

  /** Ten seconds of load lie between two scrapes of 15 s, and so does what would be its signal. */
  @Test
  void a_load_that_fits_between_two_scrapes_leaves_its_shape_open() {
    CommandLineRun replay =
        CommandLineRun.lab("replay", burst().toString(), "--window", "30s", "--scrape", "15s");

    assertThat(replay.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(verdicts(burst())).contains("shape of the curves", "no signal");
  }

  /** The target had used 3 ms before; a line of 0.084 cores meets zero within a scrape interval. */
  @ParameterizedTest
  @ValueSource(strings = {"2s", "5s", "8s", "11s"})
  void the_table_says_what_the_verdicts_say_of_a_young_counter(String phase) {
    CommandLineRun replay =
        CommandLineRun.lab(
            "replay",
            plateau().toString(),
            "--window",
            "30s,1m,5m",
            "--scrape",
            "15s",
            "--phase",
            phase);

    assertThat(replay.exitCode()).isZero();
    assertThat(replay.out()).doesNotContain("misses").contains("too young a counter");
  }

  @Test
  void where_no_scraper_of_the_expectation_is_slow_enough_no_shape_is_judged() {
    CommandLineRun replay =
        CommandLineRun.lab("replay", plateau().toString(), "--window", "1m,5m", "--scrape", "30s");

    assertThat(replay.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(verdicts(plateau()))
        .contains("Not judged: scrapes every 1s, 2s, 5s, 15s, for the recording is scraped every")
        .contains("replay it with a shorter --scrape");
  }

  @Test
  void a_window_that_shows_nothing_fails_nothing() {
    CommandLineRun replay =
        CommandLineRun.lab(
            "replay", plateau().toString(), "--window", "10s,30s", "--scrape", "15s");

    assertThat(replay.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(verdicts(plateau()))
        .contains(
            "10s is not longer than the scrape interval 15s: no window holds two samples, so no"
                + " rate exists; 30s and more always show.");
  }

  private static String verdicts(Path run) {
    try {
      return Files.readString(run.resolve("replay/verdicts.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A window is empty again when the last scrape before the end of the work has left it, and that
   * of a slower scraper lies further back.
   */
  @Test
  void a_slower_scrapers_curve_returns_earlier_by_its_last_scrape() {
    CommandLineRun recorded = replayOfAMinute("--scrape", "1s");
    double everySecond = observedReturn(plateau());
    CommandLineRun slower = replayOfAMinute("--scrape", "15s", "--phase", "2s");

    assertThat(List.of(recorded.exitCode(), slower.exitCode())).containsOnly(0);
    assertThat(everySecond).isEqualTo(59.7);
    assertThat(observedReturn(plateau())).isEqualTo(46.9);
  }

  private static CommandLineRun replayOfAMinute(String... options) {
    List<String> words = new ArrayList<>(List.of("replay", plateau().toString()));
    words.addAll(List.of("--window", "1m"));
    words.addAll(List.of(options));
    return CommandLineRun.lab(words.toArray(String[]::new));
  }

  /** Seconds after the load, as the verdict has it. */
  private static double observedReturn(Path run) {
    Matcher matcher =
        Pattern.compile(
                "rate\\[1m] returns as derived\",.*?\"observed\" : \"([0-9.]+) s\"", Pattern.DOTALL)
            .matcher(verdicts(run));
    assertThat(matcher.find()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  /** The pulse is 0.084 cores high. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate     | 0.084 | cores
          irate    | 0.084 | cores
          deriv    | 0.084 | cores
          increase | 2.52 | s of CPU
          delta    | 2.52 | s of CPU
          idelta   | 1.26 | s of CPU
          """)
  void a_height_has_the_functions_own_unit(String function, double cpu, String unit) {
    CommandLineRun replay =
        CommandLineRun.lab(
            "replay",
            plateau().toString(),
            "--window",
            "30s",
            "--scrape",
            "15s",
            "--phase",
            "2s",
            "--function",
            function);

    Matcher plateau =
        Pattern.compile("plateau +([0-9.]+) ([a-zA-Z ]+?)  +([0-9.]+) ([a-zA-Z ]+?)  +±")
            .matcher(replay.out());
    assertThat(plateau.find()).as(replay.out()).isTrue();
    assertThat(Double.parseDouble(plateau.group(1))).isCloseTo(cpu, within(1e-4));
    assertThat(Double.parseDouble(plateau.group(3))).isCloseTo(cpu, within(1e-4));
    assertThat(List.of(plateau.group(2), plateau.group(4))).containsOnly(unit);
  }

  @Test
  void extended_ranges_are_evaluated_as_prometheus_3_does() {
    CommandLineRun replay =
        CommandLineRun.lab(
            "replay",
            run().toString(),
            "--window",
            "1m",
            "--range",
            "smoothed",
            "--dialect",
            "3.x");

    assertThat(replay.out())
        .contains("rate[1m smoothed], scraped every 15s")
        .endsWith(run().resolve("replay/report.html").toUri() + "#f=rate-smoothed\n");
  }

  @Test
  void another_function_is_in_the_table_and_in_the_report_that_the_link_opens() {
    CommandLineRun replay =
        CommandLineRun.lab("replay", run().toString(), "--window", "1m", "--function", "irate");

    assertThat(replay.out())
        .contains("irate[1m], scraped every 15s")
        .endsWith(run().resolve("replay/report.html").toUri() + "#f=irate\n");
  }

  /** A sample every 15 s; the counter of the one process never began anew. */
  @Test
  void a_count_is_told_by_phase_and_has_no_link() {
    CommandLineRun replay =
        CommandLineRun.lab("replay", run().toString(), "--window", "1m,5m", "--function", "resets");

    assertThat(replay.out())
        .contains("resets(namedprocess_namegroup_cpu_seconds_total[1m])")
        .contains("resets(namedprocess_namegroup_cpu_seconds_total[5m])")
        .doesNotContain("#f=");
  }

  @Test
  void a_window_that_often_holds_one_sample_is_warned_of() {
    CommandLineRun replay = CommandLineRun.lab("replay", run().toString(), "--window", "20s");

    assertThat(replay.err())
        .contains(
            "--window 20s is shorter than twice the scrape interval 15s: only some windows hold two"
                + " samples, so the curve has gaps; 30s and more always show");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --scrape 5s                         | --scrape 5s: the run was scraped every 15s, and a replay can only leave scrapes out; give 15s or more, or run again with a shorter interval
          --phase 5s                          | --phase 5s: it is the phase of another scraper; give its interval, too, as --scrape 15s
          --scrape 30s --phase 30s            | --phase 30s: it must be shorter than the interval, --scrape 30s
          --window 0                          | --window 0s: a window has to have a length, such as 30s
          --window 3h                         | --window 3h: longer than the whole recording, which has
          --range anchored --function irate   | --range anchored: works with rate, increase and delta, not with --function irate
          --range smoothed --dialect 2.42     | --range smoothed: no Prometheus before 3.7 knows it; add --dialect 3.x
          --dialect newest                    | Invalid value for option '--dialect': 'newest' is not a version; write it like 2.42 or 3.x
          --window soon                       | Invalid value for option '--window'
          """)
  void nonsense_is_refused_with_cause_and_remedy(String options, String message) {
    String[] given = ("replay " + run() + " " + options).split(" ", -1);
    CommandLineRun replay = CommandLineRun.lab(given);

    assertThat(replay.exitCode()).isEqualTo(2);
    assertThat(replay.err()).contains(message);
    assertThat(replay.out()).isEmpty();
  }
}
